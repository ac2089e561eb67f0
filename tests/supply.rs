//! What comes in from others: every crate is from crates.io with its checksum, under a licence that lets us ship it, and none
//! is one that we do not want. `deny.toml` says which, in the words of cargo-deny, which would look at the same for minutes
//! of building; what is advised against (RUSTSEC) needs a database that is nowhere offline, and is not looked at here.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// What we read of `deny.toml`.
#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
struct Sources {
    #[serde(rename = "allow-registry")]
    registries: Vec<String>,
}

/// What `cargo metadata` tells of a package.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// A package of a `Cargo.lock`.
#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn deny() -> Deny {
    toml::from_str(&std::fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap()
}

/// All packages, for every platform and with every feature.
fn packages() -> Vec<Package> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Package>,
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let args = ["metadata", "--locked", "--all-features", "--format-version", "1"];
    let output = Command::new(cargo).args(args).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Metadata>(&output.stdout).unwrap().packages
}

fn locked(lock: &str) -> Vec<Locked> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    toml::from_str::<Lock>(lock).unwrap().package
}

/// Whether a licence, as SPDX writes it (with `/` for `OR`, as it was written once), can be met by allowed ones.
fn can_be_met(licence: &str, allowed: &[String]) -> bool {
    let spaced = licence.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let met = any_of(&words, &mut at, allowed);
    met && at == words.len()
}

fn any_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = all_of(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= all_of(words, at, allowed);
    }
    met
}

fn all_of(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word == "(" {
        let met = any_of(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += usize::from(closed);
        return met && closed;
    }
    let mut name = word.to_owned();
    if let (Some(&"WITH"), Some(exception)) = (words.get(*at), words.get(*at + 1)) {
        name += &format!(" WITH {exception}");
        *at += 2;
    }
    allowed.contains(&name)
}

/// What `deny.toml` does not allow, as sentences.
fn findings(deny: &Deny, packages: &[Package], locked: &[Locked]) -> Vec<String> {
    let mut found = Vec::new();
    for Package { name, version, license, .. } in packages {
        let licence = license.as_deref().unwrap_or("no licence");
        if !can_be_met(licence, &deny.licenses.allow) {
            found.push(format!("{name} {version} is under {licence}, which deny.toml does not allow"));
        }
    }
    for Locked { name, source, checksum, .. } in locked {
        if source.is_some() && checksum.as_deref().is_none_or(|sum| sum.len() != 64) {
            found.push(format!("{name} has no checksum in its Cargo.lock"));
        }
    }
    let told = packages.iter().map(|package| (&package.name, &package.version, package.source.as_deref()));
    let written = locked.iter().map(|package| (&package.name, &package.version, package.source.as_deref()));
    for (name, version, source) in told.chain(written).collect::<BTreeSet<_>>() {
        let registry = source.map(|source| source.strip_prefix("registry+").unwrap_or(source));
        if registry.is_some_and(|registry| !deny.sources.registries.iter().any(|known| known == registry)) {
            found.push(format!("{name} {version} comes from {}", registry.unwrap_or_default()));
        }
        if let Some(ban) = deny.bans.deny.iter().find(|ban| ban.name == *name) {
            found.push(format!("{name} {version} is {}", ban.reason));
        }
    }
    found
}

#[test]
fn what_comes_from_others_is_what_deny_toml_allows() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let (packages, locked) = (packages(), locked(&lock));
    assert!(packages.len() > 100 && locked.len() >= packages.len(), "{} of {}", packages.len(), locked.len());
    let found = findings(&deny(), &packages, &locked);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The fuzz targets are a workspace of their own, which ships nothing: what its lock file tells is looked at, licences are not.
#[test]
fn so_is_what_the_fuzz_targets_are_built_with() {
    let locked = locked(&std::fs::read_to_string(root().join("fuzz/Cargo.lock")).unwrap());
    assert!(locked.len() > 20, "{}", locked.len());
    let found = findings(&deny(), &[], &locked);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_stands_in_deny_toml_is_needed() {
    let (deny, packages) = (deny(), packages());
    for licence in &deny.licenses.allow {
        let without: Vec<String> = deny.licenses.allow.iter().filter(|other| *other != licence).cloned().collect();
        let needs = packages.iter().any(|package| !can_be_met(package.license.as_deref().unwrap(), &without));
        assert!(needs, "no package needs {licence}");
    }
}

#[test]
fn what_is_not_allowed_is_found() {
    let deny = deny();
    let package = |name: &str, license: Option<&str>, source: &str| Package {
        name: name.into(),
        version: "1.0.0".into(),
        license: license.map(Into::into),
        source: Some(source.into()),
    };
    let index = "registry+https://github.com/rust-lang/crates.io-index";
    for (package, said) in [
        (package("a", Some("GPL-3.0-only"), index), "under GPL-3.0-only"),
        (package("a", None, index), "under no licence"),
        (package("a", Some("MIT"), "git+https://example.org/a"), "comes from git+https://example.org/a"),
        (package("a", Some("MIT"), "registry+https://example.org/index"), "comes from https://example.org/index"),
        (package("openssl-sys", Some("MIT"), index), "a library of the system"),
    ] {
        let found = findings(&deny, &[package], &[]);
        assert!(found.len() == 1 && found[0].contains(said), "{found:?}");
    }
    assert!(findings(&deny, &[package("a", Some("MIT"), index)], &[]).is_empty());
    let lock = format!("[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"{index}\"\n");
    assert_eq!(findings(&deny, &[], &locked(&lock)), ["a has no checksum in its Cargo.lock"]);
    let lock = format!("{lock}checksum = \"{}\"\n", "0".repeat(64));
    assert!(findings(&deny, &[], &locked(&lock)).is_empty());
    let elsewhere = lock.replace("rust-lang", "example");
    let found = findings(&deny, &[], &locked(&elsewhere));
    assert!(found.len() == 1 && found[0].contains("a 1.0.0 comes from"), "{found:?}");
}

#[test]
fn licences_are_read_as_they_are_written() {
    let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for met in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-2.0 OR MIT",
        "(MIT OR GPL-2.0) AND Unicode-3.0",
        "GPL-2.0 AND X OR MIT",
        "Apache-2.0 WITH LLVM-exception OR X",
    ] {
        assert!(can_be_met(met, &allowed), "{met}");
    }
    for not in ["", "GPL-2.0", "MIT AND GPL-2.0", "(MIT OR X) AND Y", "Apache-2.0", "MIT MIT", "(MIT", "MIT WITH X"] {
        assert!(!can_be_met(not, &allowed), "{not}");
    }
}
