//! Which packages bring a keyring to which Linux distribution. The second one, where there is a second, unlocks the
//! keyring at login; without it the keyring would stay locked. Nothing is installed here.

/// Distribution ids as in `/etc/os-release`, and the packages there.
const PACKAGES: [(&[&str], &[&str]); 4] = [
    (
        &["debian", "ubuntu"],
        &["gnome-keyring", "libpam-gnome-keyring"],
    ),
    (
        &["fedora", "rhel", "centos"],
        &["gnome-keyring", "gnome-keyring-pam"],
    ),
    (
        &["suse", "opensuse"],
        &["gnome-keyring", "gnome-keyring-pam"],
    ),
    (&["arch", "alpine"], &["gnome-keyring"]),
];

/// The packages for the distribution that this `/etc/os-release` describes; its own id first, then what it is like.
pub(super) fn for_distribution(os_release: &str) -> Vec<String> {
    let ids = values(os_release, "ID").chain(values(os_release, "ID_LIKE"));
    for id in ids {
        for (distributions, packages) in PACKAGES {
            if distributions.contains(&id) {
                return packages.iter().map(ToString::to_string).collect();
            }
        }
    }
    Vec::new()
}

/// The words of a field, without the quotes that the format allows.
fn values<'a>(os_release: &'a str, field: &str) -> impl Iterator<Item = &'a str> {
    os_release
        .lines()
        .filter_map(|line| line.trim().split_once('='))
        .find(|(name, _)| *name == field)
        .map_or("", |(_, value)| value)
        .trim_matches(['"', '\''])
        .split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::for_distribution;

    #[test]
    fn a_distribution_is_known_by_its_id() {
        let os_release =
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n";
        assert_eq!(
            for_distribution(os_release),
            ["gnome-keyring", "libpam-gnome-keyring"]
        );
    }

    #[test]
    fn a_derivative_is_known_by_what_it_is_like() {
        let os_release = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
        assert_eq!(
            for_distribution(os_release),
            ["gnome-keyring", "libpam-gnome-keyring"]
        );
        let os_release = "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n";
        assert_eq!(
            for_distribution(os_release),
            ["gnome-keyring", "gnome-keyring-pam"]
        );
    }

    #[test]
    fn no_advice_is_given_where_it_would_be_a_guess() {
        assert!(for_distribution("ID=nixos\n").is_empty());
        assert!(for_distribution("").is_empty());
        assert!(for_distribution("no field at all").is_empty());
    }
}
