//! What the tests of the hosts' files need: a real nginx with its brotli module, and a real Apache.
//!
//! Neither is to become a service of this machine. Apache's program is a package without one (`apache2-bin`); of nginx's
//! packages only the files are taken, into the project's tools: installed, they would start a server on port 80. Where one of
//! them cannot be had, the tests run without it and say so.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Need, Part};
use crate::sh::{self, Outcome};

/// Parts that wait for the network.
pub fn parts() -> Vec<Part> {
    vec![
        Part {
            name: "nginx with brotli".to_owned(),
            need: Need::Browser,
            optional: true,
            doing: "unpacking Debian's packages, no service",
            present: || unpacked().exists() || is_there("nginx"),
            install: install_nginx,
        },
        Part {
            name: "Apache".to_owned(),
            need: Need::Browser,
            optional: true,
            doing: "installing with apt, the program alone",
            present: || is_there("apache2") || is_there("httpd"),
            install: || super::apt(&["apache2-bin"]),
        },
    ]
}

/// Servers are where only root looks.
fn is_there(program: &str) -> bool {
    sh::find(program).is_some()
        || ["/usr/sbin", "/usr/local/sbin"].iter().any(|folder| Path::new(folder).join(program).exists())
}

fn folder() -> PathBuf {
    sh::tools().join("hosts")
}

fn unpacked() -> PathBuf {
    folder().join("usr/sbin/nginx")
}

fn install_nginx() -> Outcome {
    if sh::find("apt-get").is_none() || sh::find("dpkg").is_none() {
        return Err(
            "this machine has no apt-get; install nginx by hand, and its brotli module if there is one.".to_owned()
        );
    }
    let packages = folder().join("packages");
    fs::create_dir_all(&packages).map_err(|error| format!("{} cannot be made: {error}.", packages.display()))?;
    let take = |package: &str| super::apt_download(package, &packages);
    // The program is in one of these, depending on the release; a module fits only the nginx that it was built with.
    take("nginx")?;
    unpack(&packages)?;
    for other in ["nginx-light", "nginx-core"] {
        if !unpacked().exists() && take(other).is_ok() {
            unpack(&packages)?;
        }
    }
    if take("libnginx-mod-http-brotli-static").is_ok() {
        unpack(&packages)?;
    } else {
        println!("setup  WARNING: there is no brotli module for nginx here; it will be tried with gzip only.");
    }
    let _ = fs::remove_dir_all(&packages);
    Ok(())
}

/// Lays the files of the packages down; what they would do when installed is not done.
fn unpack(packages: &Path) -> Outcome {
    let files = fs::read_dir(packages).map_err(|error| format!("{} cannot be read: {error}.", packages.display()))?;
    for package in files.flatten().map(|file| file.path()) {
        sh::quiet("dpkg unpack", sh::command("dpkg").arg("--extract").arg(package).arg(folder()))?;
    }
    Ok(())
}
