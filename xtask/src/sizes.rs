//! The sizes of a built site, and the limits that hold them.
//!
//! What a reader waits for is what the network carries, so the limits are on brotli at its best level. Node, which the
//! build needs for wasm-opt anyway, does the packing.

use std::path::Path;

use crate::setup::wasm;
use crate::sh::{self, Outcome};

/// A limit on the sum of some files, in bytes of brotli.
struct Limit {
    name: &'static str,
    /// What the names of its files begin and end with.
    files: &'static [(&'static str, &'static str)],
    bytes: u64,
}

/// What holds a site, built together with the standard library (`whole`) or with it ready-made (`setup/wasm.rs`).
fn limits(whole: bool) -> [Limit; 8] {
    let app = if whole { 130_000 } else { 140_000 };
    [
        Limit { name: "app (wasm and its JavaScript)", files: &[("app-", ".wasm"), ("app-", ".js")], bytes: app },
        Limit { name: "what starts it", files: &[("boot-", ".js")], bytes: 2_000 },
        Limit { name: "scripts beside it", files: &[("save-", ".js"), ("feed-", ".js")], bytes: 3_000 },
        Limit { name: "in a frame elsewhere", files: &[("frame-", ".js")], bytes: 2_500 },
        Limit { name: "on pages of others", files: &[("embed.js", "")], bytes: 2_000 },
        Limit { name: "the dialog for them", files: &[("dialog-", ".js")], bytes: 4_000 },
        Limit { name: "the first page", files: &[("index", ".html")], bytes: 40_000 },
        Limit { name: "style sheets", files: &[("", ".css")], bytes: 12_000 },
    ]
}

/// Prints, for each file below the folder: name, bytes, bytes in gzip 9, bytes in brotli 11.
const PACK: &str = r#"
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { brotliCompressSync, constants, gzipSync } = require("node:zlib");
const folder = process.argv[1];
for (const name of readdirSync(folder, { recursive: true }).sort()) {
  if (!/\.(wasm|js|css|html|svg|json|txt|webmanifest)$/.test(name)) continue;
  const bytes = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log([name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, { params }).length].join("\t"));
}
"#;

#[derive(Debug, PartialEq)]
struct Size {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the sizes of the site in `dist`, and fails where one is above its limit.
pub fn check(dist: &Path) -> Outcome {
    let packed = sh::output(sh::command("node").args(["--eval", PACK]).arg(dist));
    let packed = packed.ok_or_else(|| format!("The files in {} could not be measured with node.", dist.display()))?;
    let sizes: Vec<Size> = packed.lines().filter_map(read).collect();
    println!("\n{:<44}{:>9}{:>9}{:>9}   (kB)", "", "raw", "gzip", "brotli");
    for size in &sizes {
        println!("{:<44}{:>9}{:>9}{:>9}", size.name, kb(size.raw), kb(size.gzip), kb(size.brotli));
    }
    println!();
    let verdicts: Vec<(bool, String)> = limits(wasm::has_source()).iter().map(|limit| limit.judge(&sizes)).collect();
    for (_, sentence) in &verdicts {
        println!("{sentence}");
    }
    match verdicts.into_iter().find(|(holds, _)| !holds) {
        None => Ok(()),
        Some((_, sentence)) => {
            Err(format!("The site is too large: {sentence}. What was added last, and is there a plainer way?"))
        }
    }
}

impl Limit {
    fn judge(&self, sizes: &[Size]) -> (bool, String) {
        let is_one = |name: &str| self.files.iter().any(|(start, end)| name.starts_with(start) && name.ends_with(end));
        let counted = sizes.iter().filter(|size| is_one(&size.name));
        match counted.map(|size| size.brotli).sum() {
            0 => (false, format!("{}: there is no such file in the site", self.name)),
            sum => (sum <= self.bytes, format!("{}: {} of {} kB brotli", self.name, kb(sum), kb(self.bytes))),
        }
    }
}

fn read(line: &str) -> Option<Size> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let mut number = || fields.next()?.parse().ok();
    Some(Size { name, raw: number()?, gzip: number()?, brotli: number()? })
}

fn kb(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: u64) -> Size {
        Size { name: name.to_owned(), raw: brotli * 3, gzip: brotli + 10, brotli }
    }

    #[test]
    fn a_limit_counts_its_own_files_together() {
        let limit = Limit { name: "app", files: &[("", "wasm"), ("", "js")], bytes: 1000 };
        assert!(limit.judge(&[size("a.wasm", 900), size("a.js", 100), size("a.css", 500)]).0);
        assert_eq!(
            limit.judge(&[size("a.wasm", 900), size("a.js", 101)]),
            (false, "app: 1.0 of 1.0 kB brotli".to_owned())
        );
        assert!(!limit.judge(&[size("a.css", 500)]).0, "nothing to count must not pass");
    }

    #[test]
    fn a_line_of_sizes_is_read() {
        assert_eq!(read("x y.js\t3\t2\t1"), Some(Size { name: "x y.js".to_owned(), raw: 3, gzip: 2, brotli: 1 }));
        assert_eq!(read("x.js\t3"), None);
    }
}
