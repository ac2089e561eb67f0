//! Short names between the app's wasm and its JavaScript. wasm-bindgen tells what one has of the other by long names with
//! hashes in them, which stand in both files and which no packer makes small: 2.5 kB of brotli that nobody reads.
//!
//! Knows of wasm that it is a row of sections, and of those the two that hold names; all else is copied as it stands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::sh::Outcome;

/// The numbers of the sections that name what is taken and what is given.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The one kind of thing that an app of wasm-bindgen takes, and what the names of its closures begin with; other things
/// are given by names that the page may use.
const FUNCTION: u8 = 0;
const CLOSURE: &str = "wasm_bindgen_";
/// Magic and version, before the sections.
const HEAD: usize = 8;

/// Renames in both files of a built app.
pub fn shorten(folder: &Path) -> Outcome {
    let find = |end: &str| -> Outcome<PathBuf> {
        let files = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
        let is_it = |name: &str| name.starts_with("app-") && name.ends_with(end);
        let mut paths = files.flatten().map(|file| file.path());
        let path = paths.find(|path| path.file_name().is_some_and(|name| is_it(&name.to_string_lossy())));
        path.ok_or_else(|| format!("Trunk left no app-…{end} in {}.", folder.display()))
    };
    let (wasm, script) = (find(".wasm")?, find(".js")?);
    let cannot = |error: std::io::Error| format!("The app's names cannot be shortened: {error}.");
    let (bytes, text) = (fs::read(&wasm).map_err(cannot)?, fs::read_to_string(&script).map_err(cannot)?);
    let (bytes, text) = shortened(&bytes, text)?;
    fs::write(wasm, bytes).map_err(cannot)?;
    fs::write(script, text).map_err(cannot)
}

/// The same two with short names.
fn shortened(wasm: &[u8], mut script: String) -> Outcome<(Vec<u8>, String)> {
    let mut names = Vec::new();
    let wasm = rewrite(wasm, &mut names).ok_or("The app's wasm is not written as expected; see xtask/src/names.rs.")?;
    // The longest first: none is then taken for the beginning of another.
    names.sort_by_key(|(long, _)| std::cmp::Reverse(long.len()));
    for (long, short) in names {
        if !script.contains(&long) {
            return Err(format!("The app's wasm names {long}, and its JavaScript does not."));
        }
        script = script.replace(&long, &short);
    }
    Ok((wasm, script))
}

/// The wasm with other names, and those, each with what it was; nothing where it is not understood.
fn rewrite(wasm: &[u8], names: &mut Vec<(String, String)>) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(HEAD)?;
    let mut out = head.to_vec();
    while let Some((&section, after)) = rest.split_first() {
        let mut body = Cursor(after);
        let size = body.number()?;
        let (inside, after) = body.0.split_at_checked(size)?;
        let inside = match section {
            IMPORTS => imports(Cursor(inside), names)?,
            EXPORTS => exports(Cursor(inside), names)?,
            _ => inside.to_vec(),
        };
        out.push(section);
        put(&mut out, &inside);
        rest = after;
    }
    Some(out)
}

fn imports(mut from: Cursor<'_>, names: &mut Vec<(String, String)>) -> Option<Vec<u8>> {
    let count = from.number()?;
    let mut out = number(count);
    for _ in 0..count {
        put(&mut out, from.text()?.as_bytes());
        let name = from.text()?;
        let kind = from.byte().filter(|kind| *kind == FUNCTION)?;
        put(&mut out, short(name, names).as_bytes());
        out.push(kind);
        out.extend(number(from.number()?));
    }
    from.0.is_empty().then_some(out)
}

fn exports(mut from: Cursor<'_>, names: &mut Vec<(String, String)>) -> Option<Vec<u8>> {
    let count = from.number()?;
    let mut out = number(count);
    for _ in 0..count {
        let name = from.text()?;
        let name = if name.starts_with(CLOSURE) { short(name, names) } else { name.to_owned() };
        put(&mut out, name.as_bytes());
        out.push(from.byte()?);
        out.extend(number(from.number()?));
    }
    from.0.is_empty().then_some(out)
}

/// The next short name, noted as that of a long one.
fn short(long: &str, names: &mut Vec<(String, String)>) -> String {
    let short = format!("_{}", names.len());
    names.push((long.to_owned(), short.clone()));
    short
}

/// The bytes that are still to be read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    /// A number in LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = usize::from(self.byte()?);
            number |= (byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

fn number(mut number: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
    out
}

/// Appends bytes behind their number.
fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(number(bytes.len()));
    out.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "__wbg_focus_0a8d513ea5d8338e";
    const INVOKE: &str = "wasm_bindgen_99f4___convert__closures_____invoke";

    /// A module that takes a function and a global more if so, and gives a closure and its memory; a section of its own behind.
    fn module(kind: u8) -> Vec<u8> {
        let mut imports = vec![1];
        put(&mut imports, b"./app_bg.js");
        put(&mut imports, LONG.as_bytes());
        imports.extend([kind, 200, 1]);
        let mut exports = vec![2];
        put(&mut exports, INVOKE.as_bytes());
        exports.extend([0, 7]);
        put(&mut exports, b"memory");
        exports.extend([2, 0]);
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (section, inside) in [(IMPORTS, imports), (EXPORTS, exports), (10, vec![9; 300])] {
            wasm.push(section);
            put(&mut wasm, &inside);
        }
        wasm
    }

    #[test]
    fn both_files_get_the_same_names() {
        let script = format!("{{{LONG}:f=>f.focus()}} A.{INVOKE}(1) A.memory");
        let (wasm, script) = shortened(&module(FUNCTION), script).unwrap();
        assert_eq!(script, "{_0:f=>f.focus()} A._1(1) A.memory");
        let expected = b"\0asm\x01\0\0\0\x02\x13\x01\x0b./app_bg.js\x02_0\0\xc8\x01\x07\x0f\x02\x02_1\0\x07\x06memory\x02\0\x0a\xac\x02";
        assert_eq!(wasm[..expected.len()], expected[..]);
        assert_eq!(wasm[expected.len()..], [9; 300]);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(shortened(&module(FUNCTION), INVOKE.to_owned()).unwrap_err().contains(LONG));
        assert!(shortened(&module(3), String::new()).is_err());
        let whole = module(FUNCTION);
        assert!(shortened(&whole[..whole.len() - 1], format!("{LONG}{INVOKE}")).is_err());
    }
}
