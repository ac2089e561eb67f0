//! A small reader of our own pages, which are strict: values in quotation marks, elements closed.

/// An element as a reader of HTML finds it: its name, and the names and values of its attributes.
pub type Element = (String, Vec<(String, String)>);

/// The elements of a page, found as HTML says that they are to be found.
pub fn elements(html: &str) -> Vec<Element> {
    let (mut found, mut rest) = (Vec::new(), html);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").unwrap().1;
            continue;
        }
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap();
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if let Some(behind) = rest.strip_prefix('>') {
                rest = behind;
                break;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || "=>/".contains(c)).unwrap();
            let key = rest[..end].to_ascii_lowercase();
            rest = &rest[end..];
            let value = match rest.strip_prefix('=') {
                None => "",
                Some(value) => {
                    let quoted = value.strip_prefix('"').expect("values stand in quotation marks");
                    let (value, behind) = quoted.split_once('"').unwrap();
                    rest = behind;
                    value
                }
            };
            attributes.push((key, value.to_owned()));
        }
        // What stands in these is no markup until they end.
        if ["script", "style", "title", "textarea"].contains(&name.as_str()) {
            let lower = rest.to_ascii_lowercase();
            rest = &rest[lower.find(&format!("</{name}")).unwrap()..];
        }
        found.push((name, attributes));
    }
    found
}
