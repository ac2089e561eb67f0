//! Building the site: Trunk makes `dist/`, its last step fills the reports in, and the sizes are held to their limits.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need, wasm};
use crate::sh::{self, Outcome};
use crate::{names, notices, sizes, styles};

/// Where `cargo xtask build` leaves the site.
pub const DIST: &str = "dist";

/// Builds the site into `dist/` and checks its sizes.
pub fn build() -> Outcome {
    setup::ensure(Need::Build)?;
    sh::run(trunk("build").args(["--release", "--locked", "--dist", DIST]))?;
    sizes::check(&sh::root().join(DIST))
}

/// Trunk with the project's tools on its PATH, kept from the network and from a toolchain that has no wasm.
pub fn trunk(task: &str) -> Command {
    let mut trunk = sh::command("trunk");
    trunk.args([task, "--offline=true"]);
    // Trunk takes `true` and `false` here; the convention (no-color.org) is any value at all.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // Added to what `.cargo/config.toml` says for this target.
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        format!("{SMALLER} {} {}", wasm::flags(), without_own_paths()),
    );
    trunk.env(BUILD, build_id());
    // Lets a released compiler take the flags of `SMALLER`.
    trunk.env("RUSTC_BOOTSTRAP", "1");
    wasm::with_toolchain(&mut trunk);
    trunk
}

/// Which build this is, told to the compiler and to the page: where they differ, one of them is of another day.
const BUILD: &str = "TONGKET_BUILD";

/// A number of what the viewer is made of.
fn build_id() -> String {
    let parts = ["Cargo.lock", "Cargo.toml", "index.html", "script", "src", "style", "vendor"];
    let files = parts.iter().flat_map(|part| files_below(&sh::root().join(part)));
    hash(files.flat_map(|path| fs::read(path).unwrap_or_default()))
}

/// 16 hexadecimal digits that differ where bytes differ (FNV-1a); against accidents, not against attackers.
fn hash(bytes: impl IntoIterator<Item = u8>) -> String {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, fold))
}

/// Gives a file the hash of what it holds into its name, so that a cache may keep it for ever; returns the new name.
pub fn rename_by_hash(folder: &Path, name: &str, end: &str) -> Outcome<String> {
    let cannot = |error: std::io::Error| format!("{name}.{end} cannot be named: {error}.");
    let old = folder.join(format!("{name}.{end}"));
    let new = format!("{name}-{}.{end}", hash(fs::read(&old).map_err(cannot)?));
    fs::rename(old, folder.join(&new)).map_err(cannot)?;
    Ok(new)
}

fn files_below(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return vec![path.to_owned()] };
    let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    inside.sort();
    inside.iter().flat_map(|path| files_below(path)).collect()
}

/// What a panic would say of its place, and how values are printed for programmers, weighs 2.6 kB of brotli; nobody reads
/// either on a phone.
const SMALLER: &str = "-Zlocation-detail=none -Zfmt-debug=none";

/// Flags that write the crates' sources as `crates/…` into panic messages: where somebody's cargo keeps them is nobody's
/// business, and the same source gives the same bytes on every machine.
fn without_own_paths() -> String {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| Path::new(&home).join(".cargo"), PathBuf::from);
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    let paths = registries.map(|entry| entry.path().to_string_lossy().into_owned());
    // The variable is cut at spaces, so a path with one cannot be told.
    let paths = paths.filter(|path| !path.contains(char::is_whitespace));
    paths.map(|path| format!("--remap-path-prefix={path}=crates")).collect::<Vec<_>>().join(" ")
}

/// Where the built viewer is kept without reports: what `tongket site` makes a site of.
pub const SHELL: &str = "target/shell";

/// What common hosts want to find in a site.
const HOSTS: &str = "hosts/site";

/// The hook that Trunk calls when the page is written and not yet moved to its place: scripts and styles are made small,
/// and the project's own command line makes a site of the viewer and the reports of `seeds/`.
pub fn fill() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`fill` is for Trunk to call; `cargo xtask build` is the task for people.")?;
    minify(&staging)?;
    names::shorten(&staging)?;
    scripts(&staging)?;
    styles::bundle(&staging, &staging.join("index.html"))?;
    mark(&staging.join("index.html"))?;
    notices::write(&staging)?;
    let shell = sh::root().join(SHELL);
    move_files(&staging, &shell)?;
    copy_files(&sh::root().join(HOSTS), &shell)?;
    let mut tongket = sh::command("cargo");
    tongket.env_remove("RUSTC_BOOTSTRAP");
    tongket.args(["run", "--quiet", "--locked", "--bin", "tongket", "--", "site", "seeds"]);
    tongket.arg("--shell").arg(shell).arg("--out").arg(staging);
    // Packing is for those who are far away.
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        tongket.arg("--unpacked");
    }
    sh::run(wasm::native(&mut tongket))
}

/// Writes into the page which build it is of, and takes out what was for Trunk alone. Without xtask (a bare `trunk build`)
/// there is no number to compare.
fn mark(page: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{} cannot be written: {error}.", page.display());
    let build = std::env::var(BUILD).unwrap_or_else(|_| "dev".to_owned());
    let mut html = fs::read_to_string(page).map_err(cannot)?;
    html = html.lines().filter(|line| !line.contains(" data-trunk ")).map(|line| format!("{line}\n")).collect();
    fs::write(page, html.replacen("<html ", &format!("<html data-build=\"{build}\" "), 1)).map_err(cannot)
}

/// Moves all files of a folder into another that holds nothing else.
fn move_files(from: &Path, to: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("The built viewer cannot be moved to {}: {error}.", to.display());
    if to.exists() {
        fs::remove_dir_all(to).map_err(cannot)?;
    }
    fs::create_dir_all(to).map_err(cannot)?;
    for file in fs::read_dir(from).map_err(cannot)? {
        let file = file.map_err(cannot)?;
        fs::rename(file.path(), to.join(file.file_name())).map_err(cannot)?;
    }
    Ok(())
}

fn copy_files(from: &Path, to: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{} cannot be copied: {error}.", from.display());
    for file in fs::read_dir(from).map_err(cannot)? {
        let file = file.map_err(cannot)?;
        fs::copy(file.path(), to.join(file.file_name())).map_err(cannot)?;
    }
    Ok(())
}

/// Scripts that no page names to Trunk, each with the language that its browsers read, and whether its name gets its hash:
/// what starts the app must get past every browser; `embed.js` is named by the pages of others, and
/// the service worker must keep its name.
const SCRIPTS: &[(&str, &str, bool)] = &[
    ("boot", "--target=es5", true),
    ("feed", "--target=chrome96,firefox79,safari15", true),
    ("frame", "--target=es2018", true),
    ("save", "--target=chrome96,firefox79,safari15", true),
    ("dialog", "--target=chrome96,firefox79,safari15", true),
    ("embed", "--target=es2018", false),
    ("sw", "--target=es2020", false),
];

/// Makes these scripts small.
fn scripts(folder: &Path) -> Outcome {
    for (name, target, hashed) in SCRIPTS {
        let mut esbuild = sh::command("esbuild");
        esbuild.args([&format!("script/{name}.js"), "--minify", target, "--log-level=warning"]);
        sh::run(esbuild.arg(format!("--outdir={}", folder.display())))?;
        if *hashed {
            rename_by_hash(folder, name, "js")?;
        }
    }
    Ok(())
}

/// Makes the JavaScript of wasm-bindgen small, in its place: names are shortened, but for those of its outermost scope, which it
/// gives to others; what it does stays.
fn minify(folder: &Path) -> Outcome {
    let files = fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let scripts = files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "js"));
    for script in scripts {
        let mut terser = sh::command("terser");
        sh::run(terser.arg(&script).args(["--compress", "passes=2", "--mangle", "--output"]).arg(&script))?;
    }
    Ok(())
}
