//! The built viewer without reports: a page and the files that it loads.

use crate::publish::File;

/// What the build of the viewer leaves.
#[derive(Debug, Clone, Default)]
pub struct Shell {
    /// The page, with the places that are filled.
    pub page: String,
    /// All other files.
    pub files: Vec<File>,
}

impl Shell {
    /// The one file whose name begins and ends so.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn one(&self, start: &str, end: &str) -> Result<&File, String> {
        let mut found = self.files.iter().filter(|file| file.path.starts_with(start) && file.path.ends_with(end));
        match (found.next(), found.next()) {
            (Some(file), None) => Ok(file),
            (None, _) => {
                Err(format!("expected a file {start}…{end} in the viewer's folder, found none; build it again"))
            }
            (Some(a), Some(b)) => Err(format!(
                "expected one file {start}…{end} in the viewer's folder, found {} and {}; empty the folder and build it again",
                a.path, b.path
            )),
        }
    }
}
