//! A Rust that builds for wasm: rustup's, or Debian's where rustup cannot download.
//!
//! Debian ships a newer rustc for its browsers (`rustc-web`), with the source of the standard library but without its
//! wasm build. That build is made here once and laid beside Debian's rustc, which then is an ordinary toolchain with the
//! wasm target. Only the site is built with it; all native work stays with the toolchain that cargo was called with.
//!
//! Where rustup has the source of the standard library, the site is built together with it: for size, and without the
//! words of panics, which nobody reads on a phone (10 kB of brotli). Without it the site is larger and does the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Need, Part};
use crate::sh::{self, Outcome};

const TARGET: &str = "wasm32-unknown-unknown";
/// The name that rustup knows Debian's toolchain by.
const DEBIAN: &str = "debian";
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_LIBRARIES: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
/// What tells cargo to build the standard library, too, and how.
const WITH_SOURCE: [(&str, &str); 2] =
    [("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"), ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")];
/// Flags that only a standard library built with them can keep: a panic is a trap, at once (`script/boot.js` hears of it).
const FLAGS_WITH_SOURCE: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// rustfmt and clippy, and a standard library for wasm.
pub fn parts() -> Vec<Part> {
    vec![
        Part {
            name: "rustfmt and clippy".to_owned(),
            need: Need::Check,
            optional: false,
            doing: "adding them with rustup",
            present: || {
                ["fmt", "clippy"].iter().all(|tool| sh::succeeds(sh::command("cargo").args([tool, "--version"])))
            },
            install: || sh::quiet("components", sh::command("rustup").args(["component", "add", "rustfmt", "clippy"])),
        },
        Part {
            name: if from_debian() { "wasm target of Debian's Rust" } else { "wasm target" }.to_owned(),
            need: Need::Check,
            optional: false,
            doing: "adding it",
            present: || if from_debian() { debian_is_ready() } else { has_core(&rustup_libraries()) },
            install: || if from_debian() { install_debian() } else { install_rustup() },
        },
        Part {
            name: "source of the standard library".to_owned(),
            need: Need::Build,
            optional: true,
            doing: "adding it with rustup; without it the site is 10 kB larger",
            present: || from_debian() || has_source(),
            install: || {
                sh::quiet("rust-src", sh::command("rustup").args(["component", "add", "rust-src"]))?;
                let source = source().ok_or("rustup added it, and this rustc is not rustup's.")?;
                sh::quiet("crates of the standard library", &mut fetch(&source, &[]))
            },
        },
    ]
}

/// The manifest of the standard library that the site is built with; none where it is taken ready-made.
fn source() -> Option<PathBuf> {
    let sysroot = sh::output(sh::command("rustc").args(["--print", "sysroot"]))?;
    let manifest = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.toml");
    (!from_debian() && manifest.exists()).then_some(manifest)
}

/// Whether the site is built together with the standard library: its source is there, and so are the crates it is made of.
pub fn has_source() -> bool {
    source().is_some_and(|source| sh::succeeds(&mut fetch(&source, &["--offline"])))
}

/// Fetches the crates that the standard library is made of. Its manifest asks for what only a nightly cargo is said to know.
fn fetch(source: &Path, options: &[&str]) -> Command {
    let mut cargo = sh::command("cargo");
    cargo.args(["fetch", "--quiet", "--locked", "--manifest-path"]).arg(source).args(options);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo
}

/// What the compiler is told besides, for the site.
pub fn flags() -> &'static str {
    if has_source() { FLAGS_WITH_SOURCE } else { "" }
}

/// Whether the site is built with Debian's Rust.
pub fn from_debian() -> bool {
    std::env::var("TONGKET_WASM").is_ok_and(|wanted| wanted == DEBIAN) || mark().exists()
}

/// From now on, build the site with Debian's Rust.
pub fn choose_debian() -> Outcome {
    let path = mark();
    let made =
        fs::create_dir_all(sh::tools()).and_then(|()| fs::write(&path, "The site is built with Debian's Rust.\n"));
    made.map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

/// From now on, build the site with rustup's Rust again.
pub fn choose_rustup() -> Outcome {
    match fs::remove_file(mark()) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} stays: {error}.", mark().display()))
        }
        _ => Ok(()),
    }
}

/// Makes a program that builds for wasm use the chosen toolchain; what it starts can find its way back with [`native`].
pub fn with_toolchain(command: &mut Command) -> &mut Command {
    if from_debian() {
        command.env("TONGKET_NATIVE_TOOLCHAIN", std::env::var_os("RUSTUP_TOOLCHAIN").unwrap_or_default());
        command.env("RUSTUP_TOOLCHAIN", DEBIAN).env_remove("LD_LIBRARY_PATH");
    }
    if has_source() {
        command.envs(WITH_SOURCE);
    }
    command
}

/// The opposite of [`with_toolchain`], for what is started by a program that builds for wasm.
pub fn native(command: &mut Command) -> &mut Command {
    WITH_SOURCE.iter().for_each(|(name, _)| _ = command.env_remove(name));
    match std::env::var_os("TONGKET_NATIVE_TOOLCHAIN") {
        Some(toolchain) if toolchain.is_empty() => command.env_remove("RUSTUP_TOOLCHAIN").env_remove("LD_LIBRARY_PATH"),
        Some(toolchain) => command.env("RUSTUP_TOOLCHAIN", toolchain).env_remove("LD_LIBRARY_PATH"),
        None => command,
    }
}

fn mark() -> PathBuf {
    sh::tools().join("wasm-from-debian")
}

fn rustup_libraries() -> PathBuf {
    let asked = sh::output(sh::command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    PathBuf::from(asked.unwrap_or_default())
}

fn has_core(libraries: &Path) -> bool {
    let Ok(entries) = fs::read_dir(libraries) else { return false };
    entries.flatten().any(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}

fn install_rustup() -> Outcome {
    let Err(refused) = sh::quiet("wasm target", sh::command("rustup").args(["target", "add", TARGET])) else {
        return Ok(());
    };
    if !Path::new("/etc/debian_version").exists() {
        return Err(format!("{refused}\nRun `rustup target add {TARGET}` where the network allows it."));
    }
    println!("setup  wasm target: rustup could not download it, so Debian's Rust will build the site …");
    choose_debian()?;
    install_debian()
}

/// The rustc that made the libraries must be the one that is installed now.
fn debian_is_ready() -> bool {
    let made_by = fs::read_to_string(Path::new(DEBIAN_LIBRARIES).join("made-by")).unwrap_or_default();
    has_core(Path::new(DEBIAN_LIBRARIES)) && debian_rustc().is_some_and(|rustc| rustc == made_by.trim()) && is_linked()
}

fn debian_rustc() -> Option<String> {
    sh::output(sh::command(DEBIAN_RUSTC).arg("-vV").env_remove("LD_LIBRARY_PATH"))
}

fn is_linked() -> bool {
    let list = sh::output(sh::command("rustup").args(["toolchain", "list"])).unwrap_or_default();
    list.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN))
}

fn install_debian() -> Outcome {
    if !Path::new("/usr/src").exists() || debian_rustc().is_none() || standard_library().is_none() {
        super::apt(DEBIAN_PACKAGES)?;
    }
    if !is_linked() {
        sh::quiet("rustup link", sh::command("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    }
    let libraries = build_standard_library()?;
    let lay = |program: &str, args: &[&str], files: &[PathBuf], to: &[&str]| -> Outcome {
        let mut command = sh::as_root(program).map_err(|sentence| format!("{sentence}; run this once as root."))?;
        sh::quiet("wasm libraries", command.args(args).args(files).args(to))
    };
    lay("rm", &["-rf", DEBIAN_LIBRARIES], &[], &[])?;
    lay("mkdir", &["-p", DEBIAN_LIBRARIES], &[], &[])?;
    lay("cp", &[], &libraries, &[DEBIAN_LIBRARIES])
}

fn standard_library() -> Option<PathBuf> {
    let sysroot = sh::output(sh::command(DEBIAN_RUSTC).args(["--print", "sysroot"]).env_remove("LD_LIBRARY_PATH"))?;
    Some(Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml")).filter(|path| path.exists())
}

/// Builds the standard library for wasm by building an empty crate, and returns its files and the note of who made them.
fn build_standard_library() -> Outcome<Vec<PathBuf>> {
    let folder = sh::tools().join("empty");
    let broken = |error: std::io::Error| format!("{} cannot be used: {error}.", folder.display());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).map_err(broken)?;
    // A workspace of its own, else cargo would take it for a lost member of ours.
    let manifest = "[package]\nname = \"empty\"\nedition = \"2021\"\n[lib]\ncrate-type = [\"cdylib\"]\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).map_err(broken)?;
    fs::write(folder.join("src/lib.rs"), "").map_err(broken)?;
    let target = folder.join("target");
    let mut cargo = sh::command("cargo");
    cargo
        .current_dir(&folder)
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
        .env("RUSTUP_TOOLCHAIN", DEBIAN)
        .env_remove("LD_LIBRARY_PATH")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        // Fat LTO of the site reads the bitcode of these libraries.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", &target);
    sh::quiet("wasm standard library", &mut cargo)?;
    let built = fs::read_dir(target.join(TARGET).join("release/deps")).map_err(broken)?;
    let mut files: Vec<PathBuf> = built
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rlib"))
        .collect();
    let note = folder.join("made-by");
    fs::write(&note, debian_rustc().unwrap_or_default()).map_err(broken)?;
    files.push(note);
    Ok(files)
}
