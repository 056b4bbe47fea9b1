//! Which shell this user's terminals start.

use std::{collections::BTreeMap, path::PathBuf};

/// `SHELL` as the login set it; without it, what the user database says about the owner of this home.
pub(crate) fn of(
    environment: &BTreeMap<String, String>,
    home: &str,
    passwd: &str,
) -> Option<PathBuf> {
    let set = environment
        .get("SHELL")
        .filter(|shell| shell.starts_with('/'));
    set.map(PathBuf::from)
        .or_else(|| in_user_database(home, passwd))
}

/// `name:password:uid:gid:comment:home:shell`
fn in_user_database(home: &str, passwd: &str) -> Option<PathBuf> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':').skip(5);
        let (its_home, shell) = (fields.next()?, fields.next()?);
        (its_home == home && shell.starts_with('/')).then(|| PathBuf::from(shell))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str =
        "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000:Ann,,,:/home/ann:/usr/bin/fish\nbroken\n";

    fn with_shell(shell: &str) -> BTreeMap<String, String> {
        BTreeMap::from([("SHELL".to_owned(), shell.to_owned())])
    }

    #[test]
    fn the_login_says_it() {
        assert_eq!(
            of(&with_shell("/bin/zsh"), "/home/ann", PASSWD),
            Some(PathBuf::from("/bin/zsh"))
        );
    }

    #[test]
    fn else_the_user_database() {
        assert_eq!(
            of(&BTreeMap::new(), "/home/ann", PASSWD),
            Some(PathBuf::from("/usr/bin/fish"))
        );
        assert_eq!(
            of(&with_shell(""), "/home/ann", PASSWD),
            Some(PathBuf::from("/usr/bin/fish"))
        );
        assert_eq!(of(&BTreeMap::new(), "/home/bob", PASSWD), None);
    }
}
