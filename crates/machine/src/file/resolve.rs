//! Follows symbolic links to the file that would really be written.

use std::io;
use std::path::{Path, PathBuf};

use super::system::{canonical, is_link_loop};
use crate::MachineError;

const MOST_LINKS: usize = 32;

/// A path and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// The file itself: no part of this path is a link. It may not exist yet.
    pub(crate) target: PathBuf,
    /// The last part of the path was a link.
    pub(crate) is_link: bool,
}

/// Follows `path`, link by link. A missing file is fine; a link to a missing file is not.
pub(crate) fn resolve(path: &Path) -> Result<Resolved, MachineError> {
    if path.to_str().is_none() {
        return Err(MachineError::PathUnsupported {
            path: path.to_owned(),
        });
    }
    let mut current = path.to_owned();
    for followed in 0..=MOST_LINKS {
        match current.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => {
                let next = current
                    .read_link()
                    .map_err(|source| MachineError::system(&current, source))?;
                // A relative link counts from the folder it stands in.
                current = current.parent().unwrap_or(Path::new("/")).join(next);
            }
            Ok(_) => {
                let target = canonical(&current).map_err(|source| failed(path, source))?;
                return utf8(Resolved {
                    target,
                    is_link: followed > 0,
                });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && followed > 0 => {
                return Err(MachineError::LinkDangling {
                    path: path.to_owned(),
                    target: current,
                });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let target = resolve_missing(&current)?;
                return utf8(Resolved {
                    target,
                    is_link: false,
                });
            }
            Err(error) => return Err(failed(path, error)),
        }
    }
    Err(MachineError::LinkLoop {
        path: path.to_owned(),
    })
}

/// What a path leads to now, if to anything: since it was last seen, a link may have taken its place, or led elsewhere.
pub(crate) fn resolve_now(path: &Path) -> Result<Option<Resolved>, MachineError> {
    match resolve(path) {
        Err(MachineError::LinkDangling { .. }) => Ok(None),
        other => other.map(Some),
    }
}

/// The nearest folder above that exists, without links, and the rest of the path as it is.
fn resolve_missing(path: &Path) -> Result<PathBuf, MachineError> {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(MachineError::PathUnsupported {
            path: path.to_owned(),
        });
    };
    match parent.symlink_metadata() {
        Ok(metadata) => match canonical(parent) {
            Ok(folder) => Ok(folder.join(name)),
            Err(error) if metadata.is_symlink() && error.kind() == io::ErrorKind::NotFound => {
                let target = parent.read_link().unwrap_or_default();
                Err(MachineError::LinkDangling {
                    path: parent.to_owned(),
                    target,
                })
            }
            Err(error) => Err(failed(parent, error)),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Ok(resolve_missing(parent)?.join(name))
        }
        Err(error) => Err(failed(parent, error)),
    }
}

fn failed(path: &Path, error: io::Error) -> MachineError {
    if is_link_loop(&error) {
        return MachineError::LinkLoop {
            path: path.to_owned(),
        };
    }
    MachineError::system(path, error)
}

fn utf8(resolved: Resolved) -> Result<Resolved, MachineError> {
    match resolved.target.to_str() {
        Some(_) => Ok(resolved),
        None => Err(MachineError::PathUnsupported {
            path: resolved.target,
        }),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap();
        (folder, path)
    }

    #[test]
    fn a_relative_link_counts_from_its_own_folder() {
        let (_guard, root) = folder();
        std::fs::create_dir_all(root.join("dotfiles/bash")).unwrap();
        std::fs::write(root.join("dotfiles/bash/rc"), "").unwrap();
        symlink("bash/rc", root.join("dotfiles/entry")).unwrap();
        symlink("dotfiles/entry", root.join(".bashrc")).unwrap();
        let resolved = resolve(&root.join(".bashrc")).unwrap();
        assert_eq!(
            resolved,
            Resolved {
                target: root.join("dotfiles/bash/rc"),
                is_link: true
            }
        );
    }

    #[test]
    fn a_link_in_a_parent_is_followed_even_for_a_missing_file() {
        let (_guard, root) = folder();
        std::fs::create_dir(root.join("real")).unwrap();
        symlink("real", root.join("config")).unwrap();
        let resolved = resolve(&root.join("config/fish/config.fish")).unwrap();
        assert_eq!(
            resolved,
            Resolved {
                target: root.join("real/fish/config.fish"),
                is_link: false
            }
        );
    }

    #[test]
    fn a_dangling_link_names_both_ends() {
        let (_guard, root) = folder();
        symlink("nowhere", root.join("a")).unwrap();
        let error = resolve(&root.join("a")).unwrap_err();
        assert!(
            matches!(error, MachineError::LinkDangling { target, .. } if target == root.join("nowhere"))
        );
        symlink("gone", root.join("folder")).unwrap();
        assert!(matches!(
            resolve(&root.join("folder/a")),
            Err(MachineError::LinkDangling { .. })
        ));
    }

    #[test]
    fn a_circle_and_a_long_chain_are_refused() {
        let (_guard, root) = folder();
        symlink("b", root.join("a")).unwrap();
        symlink("a", root.join("b")).unwrap();
        assert!(matches!(
            resolve(&root.join("a")),
            Err(MachineError::LinkLoop { .. })
        ));
        std::fs::write(root.join("0"), "").unwrap();
        for number in 1..40 {
            symlink((number - 1).to_string(), root.join(number.to_string())).unwrap();
        }
        assert!(resolve(&root.join("32")).is_ok());
        assert!(matches!(
            resolve(&root.join("33")),
            Err(MachineError::LinkLoop { .. })
        ));
    }
}
