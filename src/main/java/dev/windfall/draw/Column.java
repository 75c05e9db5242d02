package dev.windfall.draw;

/// Small whole numbers, as narrow as the biggest of them allows.
sealed interface Column {

    int at(int index);

    /// The first place in a part whose numbers ascend that has this number or a greater one; `to` if none has.
    int firstNotBelow(int value, int from, int to);

    int size();

    long sizeBytes();

    /// @param max the biggest number to be stored, at most 65,535
    static Writer writer(int size, int max) {
        return max <= Bytes.MAX ? new Bytes(new byte[size]) : new Chars(new char[size]);
    }

    /// What [#sizeBytes()] is.
    ///
    /// @param max the biggest number that may be stored
    static long sizeBytes(int size, int max) {
        return (long) size * (max <= Bytes.MAX ? Byte.BYTES : Character.BYTES);
    }

    /// Fills a column before anybody reads it.
    sealed interface Writer {

        void set(int index, int value);

        Column column();
    }

    final class Bytes implements Column, Writer {

        private static final int MAX = 0xFF;

        private final byte[] values;

        private Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public int at(int index) {
            return values[index] & MAX;
        }

        /// One by one: a block of bytes has few entries, and a processor guesses the end of a short run better than the
        /// turns of a binary search.
        @Override
        public int firstNotBelow(int value, int from, int to) {
            int place = from;
            while (place < to && at(place) < value) {
                place++;
            }
            return place;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public long sizeBytes() {
            return values.length;
        }

        @Override
        public void set(int index, int value) {
            values[index] = (byte) value;
        }

        @Override
        public Column column() {
            return this;
        }
    }

    final class Chars implements Column, Writer {

        private final char[] values;

        private Chars(char[] values) {
            this.values = values;
        }

        @Override
        public int at(int index) {
            return values[index];
        }

        @Override
        public int firstNotBelow(int value, int from, int to) {
            int begin = from;
            int end = to;
            while (begin < end) {
                int middle = (begin + end) >>> 1;
                if (at(middle) < value) {
                    begin = middle + 1;
                } else {
                    end = middle;
                }
            }
            return begin;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public long sizeBytes() {
            return 2L * values.length;
        }

        @Override
        public void set(int index, int value) {
            values[index] = (char) value;
        }

        @Override
        public Column column() {
            return this;
        }
    }
}
