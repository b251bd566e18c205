//! Which addresses belong to the public internet, and not to this machine, its network or its operator.
//!
//! What is public is what IANA gave to networks that everybody reaches; what is set aside is in its registries of
//! special-purpose addresses (RFC 6890, as of 2025).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// A network of version 4, by its address and the number of its fixed bits.
const fn v4([a, b, c, d]: [u8; 4], bits: u8) -> IpNet {
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), bits))
}

/// A network of version 6, by the beginning of its address and the number of its fixed bits.
const fn v6([a, b, c]: [u16; 3], bits: u8) -> IpNet {
    IpNet::V6(Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), bits))
}

/// The part of version 6 that is given out.
const GIVEN_OUT: IpNet = v6([0x2000, 0, 0], 3);

/// What is not public.
const RESERVED: [IpNet; 23] = [
    v4([0, 0, 0, 0], 8),            // this network
    v4([10, 0, 0, 0], 8),           // private
    v4([100, 64, 0, 0], 10),        // shared behind one address (CGNAT); also where some clouds keep their metadata
    v4([127, 0, 0, 0], 8),          // this machine
    v4([168, 63, 129, 16], 32),     // a cloud's host, which answers to its guests alone
    v4([169, 254, 0, 0], 16),       // link-local; where clouds keep their metadata
    v4([172, 16, 0, 0], 12),        // private
    v4([192, 0, 0, 0], 24),         // protocols
    v4([192, 0, 2, 0], 24),         // documentation
    v4([192, 31, 196, 0], 24),      // AS112
    v4([192, 52, 193, 0], 24),      // AMT
    v4([192, 88, 99, 0], 24),       // 6to4 relays
    v4([192, 168, 0, 0], 16),       // private
    v4([192, 175, 48, 0], 24),      // AS112
    v4([198, 18, 0, 0], 15),        // benchmarks
    v4([198, 51, 100, 0], 24),      // documentation
    v4([203, 0, 113, 0], 24),       // documentation
    v4([224, 0, 0, 0], 3),          // multicast, reserved, broadcast
    v6([0x2001, 0, 0], 23),         // protocols, Teredo, ORCHID, benchmarks
    v6([0x2001, 0xdb8, 0], 32),     // documentation
    v6([0x2002, 0, 0], 16),         // 6to4, which holds an address of version 4
    v6([0x2620, 0x4f, 0x8000], 48), // AS112
    v6([0x3fff, 0, 0], 20),         // documentation
];

/// Whether an address is one of the public internet. Addresses of version 6 that stand for one of version 4 (mapped,
/// translated, tunnelled) are not: nobody names a public place like that.
pub(super) fn is_public(address: IpAddr) -> bool {
    let is_given_out = address.is_ipv4() || GIVEN_OUT.contains(&address);
    is_given_out && !RESERVED.iter().any(|net| net.contains(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_everybodys_is_not_public() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "168.63.129.16",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::ffff:0:8.8.8.8",
            "64:ff9b::7f00:1",
            "64:ff9b::808:808",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:808:808::1",
            "3fff::1",
            "4000::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            let parsed: Option<IpAddr> = address.parse().ok();
            assert!(parsed.is_some_and(|address| !is_public(address)), "{address}");
        }
        for address in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "169.255.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700::1111",
            "2a00:1450::1",
            "2001:4860:4860::8888",
            "2400:cb00::1",
        ] {
            let parsed: Option<IpAddr> = address.parse().ok();
            assert!(parsed.is_some_and(is_public), "{address}");
        }
    }
}
