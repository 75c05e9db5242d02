package dev.windfall.draw;

/// Small whole numbers, as narrow as the biggest of them allows.
sealed interface Column {

    int at(int index);

    int size();

    long sizeBytes();

    /// @param max the biggest number to be stored, at most 65,535
    static Writer writer(int size, int max) {
        return max <= 0xFF ? new Bytes(new byte[size]) : new Chars(new char[size]);
    }

    /// Fills a column before anybody reads it.
    sealed interface Writer {

        void set(int index, int value);

        Column column();
    }

    final class Bytes implements Column, Writer {

        private final byte[] values;

        private Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public int at(int index) {
            return values[index] & 0xFF;
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
