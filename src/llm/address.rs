//! Addresses of providers.

use reqwest::Url;

/// An address as people write it, checked: `https`, or `http` where the wire is ours or no key goes over it.
///
/// # Errors
/// What was expected. The address itself is not repeated, since it may hold a password.
pub(super) fn address(text: &str, has_key: bool) -> Result<Url, String> {
    let expected = "expected an address such as `https://api.example.com/v1`";
    let url = Url::parse(text.trim()).map_err(|error| format!("{expected}: {error}"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(expected.to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(format!("{expected}, without a name or a password in it: use `key`"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(format!("{expected}, without anything behind `?` or `#`"));
    }
    if url.scheme() == "http" && has_key && !is_near(&url) {
        return Err("expected `https`, since a key would be sent for all to read".to_owned());
    }
    Ok(url)
}

/// Whether an address is of this machine, or of a network of one's own.
fn is_near(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match host.trim_start_matches('[').trim_end_matches(']').parse() {
        Ok(std::net::IpAddr::V4(number)) => number.is_loopback() || number.is_private() || number.is_link_local(),
        Ok(std::net::IpAddr::V6(number)) => {
            number.is_loopback() || number.is_unique_local() || number.is_unicast_link_local()
        }
        Err(_) => !host.contains('.') || [".local", ".internal", ".lan"].iter().any(|end| host.ends_with(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked() {
        let with_key =
            ["https://a.b/v1", "http://127.0.0.1:1/v1", "http://[::1]/", "http://litellm:4000", "http://10.1.2.3"];
        for text in with_key {
            assert!(address(text, true).is_ok(), "{text}");
        }
        assert!(address("http://a.b/v1", false).is_ok());
        for (text, part) in [
            ("", "such as"),
            ("a.b/v1", "such as"),
            ("ftp://a.b", "such as"),
            ("https://me:secret@a.b", "password"),
            ("https://a.b/?key=secret", "behind"),
            ("http://a.b/v1", "`https`"),
        ] {
            let wrong = address(text, true).expect_err(text);
            assert!(wrong.contains(part) && !wrong.contains("secret"), "{wrong}");
        }
    }
}
