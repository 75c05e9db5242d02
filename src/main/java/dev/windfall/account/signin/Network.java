package dev.windfall.account.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// The part of a network address that one customer of a provider can't change at will: all of an IPv4 address, the
/// first 56 bits of an IPv6 address. Providers give a household 256 networks of 64 bits, and it may use any of them.
final class Network {

    private static final int IPV6_PREFIX_BYTES = 7;

    private Network() {}

    static String of(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address ipv6 ? prefix(ipv6) : literal.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private static String prefix(Inet6Address address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_PREFIX_BYTES)) + "/56";
    }
}
