//! What others have written of the viewer, with their licences: a file of the site, made of what stands in the wasm.
//!
//! Names and licences are what Cargo says of the crates that the wasm is linked from; texts are the files that the crates
//! bring. Of a choice we take MIT. Text and nothing else: nobody's page loads it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::sh::{self, Outcome};

/// Where it lies in the site.
pub const PATH: &str = "notices.txt";

const HEAD: &str = "\
Tổng Kết: what others have written of it

The programs of this site (the file app-….wasm, and app-….js, which wasm-bindgen writes) contain code of the Rust standard
library (https://www.rust-lang.org, MIT OR Apache-2.0, its parts under the licences named in its COPYRIGHT file) and of the
packages below. Each is followed by its licence; where there is a choice, we take MIT. The pictures are drawn with the font Be
Vietnam Pro. The texts of the licences follow, each with the packages that it came with.

";

/// A crate in the wasm.
struct Crate {
    name: String,
    version: String,
    licence: String,
    home: String,
    folder: PathBuf,
}

/// Writes the file into a folder.
pub fn write(folder: &Path) -> Outcome {
    fs::write(folder.join(PATH), text()?).map_err(|error| format!("{PATH} cannot be written: {error}."))
}

/// The whole file.
fn text() -> Outcome<String> {
    let crates = crates()?;
    let mut out = HEAD.to_owned();
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for one in &crates {
        out += &format!("{} {}: {}, {}\n", one.name, one.version, one.licence, one.home);
        for text in texts_of(one)? {
            texts.entry(text).or_default().push(&one.name);
        }
    }
    let mit = permission()?;
    texts
        .entry(format!("Copyright (c) The Rust Project Contributors\n\n{mit}"))
        .or_default()
        .push("the Rust standard library");
    let font = sh::read("src/publish/font/OFL.txt")?;
    texts.entry(font.trim().to_owned()).or_default().push("the font Be Vietnam Pro");
    for (text, names) in texts {
        out += &format!("\n{}\n{}:\n\n{text}\n", "-".repeat(80), names.join(", "));
    }
    Ok(out)
}

/// The crates that the wasm is linked from, but for our own; macros run in the compiler and are not among them.
fn crates() -> Outcome<Vec<Crate>> {
    let mut tree = sh::command("cargo");
    tree.args(["tree", "--locked", "--package", "tongket", "--edges", "normal,no-proc-macro", "--prefix", "none"]);
    tree.args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "csr"]);
    tree.args(["--format", "{p}|{l}|{r}|"]);
    let told = sh::output(&mut tree).ok_or("`cargo tree` cannot tell what the wasm is made of.")?;
    let folders = registries();
    let mut lines: Vec<&str> = told.lines().filter_map(|line| line.rsplit_once('|')).map(|(line, _)| line).collect();
    lines.sort_unstable();
    lines.dedup();
    let mut crates = Vec::new();
    for line in lines {
        let [package, licence, home] = line.splitn(3, '|').collect::<Vec<_>>()[..] else { continue };
        // What lies in a folder of this project is ours.
        let Some((name, version)) = package.split_once(" v").filter(|(_, version)| !version.contains('(')) else {
            continue;
        };
        let folder =
            folders.iter().map(|folder| folder.join(format!("{name}-{version}"))).find(|folder| folder.is_dir());
        let folder = folder.ok_or_else(|| format!("the source of {name} {version} is in none of cargo's folders."))?;
        let [name, version, licence, home] = [name, version, licence, home].map(str::to_owned);
        crates.push(Crate { name, version, licence, home, folder });
    }
    Ok(crates)
}

/// Where cargo keeps the sources of crates.
fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| Path::new(&home).join(".cargo"), PathBuf::from);
    fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// The texts of the licences that a crate comes under.
fn texts_of(one: &Crate) -> Outcome<Vec<String>> {
    let files = fs::read_dir(&one.folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<(String, PathBuf)> = files
        .map(|path| (path.file_name().unwrap_or_default().to_string_lossy().to_uppercase(), path))
        .filter(|(name, _)| ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start)))
        .collect();
    files.sort();
    let wanted: Vec<&str> = if one.licence.contains("MIT") {
        let more = one.licence.contains("AND Unicode-3.0").then_some("UNICODE");
        [Some("MIT"), more].into_iter().flatten().collect()
    } else {
        vec!["ZLIB"]
    };
    let named: Vec<_> = files.iter().filter(|(name, _)| wanted.iter().any(|part| name.contains(part))).collect();
    // One file that names no licence holds the only one, or all.
    let plain = files.iter().filter(|(name, _)| !name.contains('-')).collect();
    let taken = if named.is_empty() { plain } else { named };
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}.", path.display()));
    if !taken.is_empty() {
        return taken.into_iter().map(|(_, path)| Ok(read(path)?.replace('\r', "").trim().to_owned())).collect();
    }
    if !one.licence.contains("MIT") {
        return Err(format!("{} {} brings no text of its licence, {}.", one.name, one.version, one.licence));
    }
    Ok(vec![format!("Copyright (c) {}\n\n{}", authors(one), permission()?)])
}

/// Who wrote a crate, as its manifest says.
fn authors(one: &Crate) -> String {
    let manifest = fs::read_to_string(one.folder.join("Cargo.toml")).unwrap_or_default();
    let list =
        manifest.split_once("\nauthors = [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(list, _)| list);
    let names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    if names.is_empty() { format!("the authors of {}", one.name) } else { names.join(", ") }
}

/// What the MIT licence says below the line of who gives it.
fn permission() -> Outcome<String> {
    let ours = sh::read("LICENSE-MIT")?;
    let at = ours.find("Permission is hereby granted").ok_or("LICENSE-MIT is not the MIT licence.")?;
    Ok(ours[at..].trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_in_the_wasm_is_named_with_its_licence_and_a_text_of_it() {
        let (crates, text) = (crates().unwrap(), text().unwrap());
        assert!(crates.len() > 50, "{}", crates.len());
        for name in ["leptos", "serde_json", "wasm-bindgen", "plotters"] {
            assert!(crates.iter().any(|one| one.name == name), "{name}");
        }
        let (_, texts) = text.split_once(&"-".repeat(80)).unwrap();
        for one in &crates {
            assert!(text.contains(&format!("\n{} {}: {}", one.name, one.version, one.licence)), "{}", one.name);
            assert!(!one.licence.is_empty(), "{} has no licence", one.name);
            let named = |line: &str| line.trim_end_matches(':').split(", ").any(|name| name == one.name);
            assert!(texts.lines().any(|line| line.ends_with(':') && named(line)), "no text for {}", one.name);
        }
        for part in [
            "Permission is hereby granted",
            "The Rust Project Contributors\n\nPermission",
            "UNICODE LICENSE V3",
            "Boost Software License",
            "SIL OPEN FONT LICENSE",
        ] {
            assert!(texts.contains(part), "{part}");
        }
        let told = |folder: &PathBuf| text.contains(&*folder.to_string_lossy());
        assert!(!registries().iter().any(told), "where somebody keeps their crates is nobody's business");
    }

    #[test]
    fn of_a_choice_it_is_mit_and_of_no_text_it_is_refused() {
        let folder = std::env::temp_dir().join(format!("tongket-notices-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let one = |licence: &str| Crate {
            name: "a".into(),
            version: "1".into(),
            licence: licence.into(),
            home: String::new(),
            folder: folder.clone(),
        };
        fs::write(folder.join("Cargo.toml"), "[package]\nauthors = [\"A <a@b>\", \"B\"]\n").unwrap();
        let given = texts_of(&one("MIT")).unwrap();
        assert!(given[0].starts_with("Copyright (c) A <a@b>, B\n\nPermission"), "{given:?}");
        assert!(texts_of(&one("Zlib")).is_err());
        for name in ["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE", "LICENSE-ZLIB.md"] {
            fs::write(folder.join(name), name).unwrap();
        }
        assert_eq!(texts_of(&one("MIT OR Apache-2.0")).unwrap(), ["LICENSE-MIT"]);
        assert_eq!(texts_of(&one("(MIT OR Apache-2.0) AND Unicode-3.0")).unwrap(), ["LICENSE-MIT", "LICENSE-UNICODE"]);
        assert_eq!(texts_of(&one("Zlib")).unwrap(), ["LICENSE-ZLIB.md"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
