//! Where files go: a file is written only where its bytes change, so that whatever carries the folder on has only the new to
//! carry.

use std::path::Path;

/// Writes a file and the folders above it, unless it holds these bytes already.
///
/// # Errors
/// The sentence that says which file could not be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|held| held == bytes) {
        return Ok(());
    }
    let cannot = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    std::fs::write(path, bytes).map_err(cannot)
}
