//! The absolute address of a site, checked once, so that what is made of it needs no checking.

use std::fmt;
use std::str::FromStr;

/// The absolute address of a site: `https://example.org/tong-ket/`. Some files name places absolutely and cannot be made
/// without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

/// Why a text is no address of a site; says what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseError {
    found: String,
    reason: &'static str,
}

impl fmt::Display for BaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { found, reason } = self;
        write!(f, "expected the address of the site, such as https://example.org/tong-ket/, found {found:?}: {reason}")
    }
}

impl std::error::Error for BaseError {}

impl Base {
    /// The address, with a `/` at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file of the site, by its path. A path of ours is made of letters, digits, `-`, `_`, `.` and `/`, and
    /// what stands behind a `?` was escaped by the one who wrote it.
    pub fn join(&self, path: &str) -> String {
        format!("{}{}", self.0, path.trim_start_matches('/'))
    }

    /// Host and path without the scheme, as people write an address: `example.org/tong-ket`.
    pub fn short(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, rest)| rest).trim_end_matches('/')
    }
}

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(text: &str) -> Result<Self, BaseError> {
        let wrong = |reason| BaseError { found: text.chars().take(80).collect(), reason };
        let trimmed = text.trim();
        let (scheme, rest) = trimmed.split_once("://").ok_or_else(|| wrong("it has no http:// or https://"))?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return Err(wrong("it begins with neither http:// nor https://"));
        }
        if rest.contains('?') {
            return Err(wrong("it has a query; leave out what follows the `?`"));
        }
        if rest.contains('#') {
            return Err(wrong("it has a fragment; leave out what follows the `#`"));
        }
        if !rest.is_ascii() {
            return Err(wrong("it has letters beyond ASCII; write the host as xn--… and the path with %"));
        }
        if !rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/[]".contains(&b)) {
            return Err(wrong("it has a sign that no address holds, such as a space or a quotation mark"));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.contains('@') {
            return Err(wrong("it has a user before the host, which would be published; leave it out"));
        }
        if !is_host(host) {
            return Err(wrong("what follows the scheme is no host, or its port is no number"));
        }
        let path = path.trim_end_matches('/');
        if !path.is_empty() && path.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(wrong("its path has an empty part, `.` or `..`"));
        }
        let path = if path.is_empty() { String::new() } else { format!("{path}/") };
        Ok(Self(format!("{scheme}://{}/{path}", host.to_ascii_lowercase())))
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name, an IPv4 address, or an IPv6 address in brackets, and perhaps a port.
fn is_host(host: &str) -> bool {
    let is_port = |port: &str| port.parse::<u16>().is_ok() && !port.starts_with('+');
    if let Some(inside) = host.strip_prefix('[') {
        let Some((address, port)) = inside.split_once(']') else { return false };
        let port = port.strip_prefix(':').map_or(port.is_empty(), is_port);
        return port && address.parse::<core::net::Ipv6Addr>().is_ok();
    }
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    name.split('.').all(label) && port.is_none_or(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash() {
        for (text, base) in [
            ("https://example.org", "https://example.org/"),
            (" HTTPS://Example.ORG/Tong-Ket ", "https://example.org/Tong-Ket/"),
            ("http://127.0.0.1:8080//", "http://127.0.0.1:8080/"),
            ("http://[::1]:80/a/b/", "http://[::1]:80/a/b/"),
            ("https://xn--tngkt-vua.vn/b%C3%A1o", "https://xn--tngkt-vua.vn/b%C3%A1o/"),
        ] {
            assert_eq!(text.parse::<Base>().map(|base| base.0).as_deref(), Ok(base), "{text}");
        }
        let base: Base = "https://example.org/a".parse().unwrap();
        assert_eq!(base.join("data/index.json"), "https://example.org/a/data/index.json");
        assert_eq!(base.short(), "example.org/a");
        assert_eq!(base.to_string().parse(), Ok(base));
    }

    #[test]
    fn what_is_no_address_is_told_in_a_sentence() {
        for (text, told) in [
            ("", "no http://"),
            ("example.org/", "no http://"),
            ("ftp://example.org/", "neither"),
            ("javascript://example.org/", "neither"),
            ("https://example.org/?q=1", "query"),
            ("https://example.org/#/", "fragment"),
            ("https://user:word@example.org/", "user"),
            ("https://", "no host"),
            ("https:///x/", "no host"),
            ("https://a..b/", "no host"),
            ("https://a:99999/", "port"),
            ("https://a:+80/", "port"),
            ("https://[::1/", "no host"),
            ("https://a/b//c", "empty part"),
            ("https://a/../c", "`..`"),
            ("https://a/\"><script>", "quotation mark"),
            ("https://a/b c", "space"),
            ("https://tổngkết.vn/", "ASCII"),
        ] {
            let error = text.parse::<Base>().unwrap_err().to_string();
            assert!(error.contains(told) && error.contains("expected"), "{text}: {error}");
        }
    }
}
