//! Units of service managers.

use machine::DestinationId::Desktop;
use machine::doctor::{Scope, ServiceManager};

use crate::common::VARIABLE;
use crate::computer::{KEY, OTHER, computer, facts, set};

#[test]
fn units_without_the_variable_are_told_with_the_line_to_add() {
    let world = computer();
    let etc = world.root.join("etc");
    std::fs::create_dir_all(etc.join("systemd/system/api.service.d")).unwrap();
    std::fs::create_dir_all(etc.join("supervisor/conf.d")).unwrap();
    let bot = world.write(
        ".config/systemd/user/bot.service",
        "[Unit]\nDescription=b\n[Service]\nExecStart=/usr/bin/python3 \\\n  %h/bot.py\n",
    );
    // This one has it, from a drop-in, as another key.
    std::fs::write(
        etc.join("systemd/system/api.service"),
        "[Service]\nEnvironment=A=1\nExecStart=/usr/bin/node /srv/api.js\n",
    )
    .unwrap();
    let drop_in = etc.join("systemd/system/api.service.d/key.conf");
    std::fs::write(
        &drop_in,
        format!("[Service]\nEnvironment=\"B=2\" '{VARIABLE}={OTHER}'\n"),
    )
    .unwrap();
    // This one reads it from a file, and this one was brought by a package.
    let file = world.write("keys.env", format!("{VARIABLE}={KEY}\n"));
    std::fs::write(
        etc.join("systemd/system/web.service"),
        format!(
            "[Service]\nEnvironmentFile=-{}\nExecStart=/srv/web\n",
            file.display()
        ),
    )
    .unwrap();
    std::os::unix::fs::symlink(&bot, etc.join("systemd/system/linked.service")).unwrap();
    let supervised = etc.join("supervisor/conf.d/jobs.conf");
    std::fs::write(
        &supervised,
        "[program:worker]\ncommand=celery -A jobs worker\n[program:beat]\ncommand=celery beat\nenvironment=A=\"1\",\n  B=\"2\"\n[program:web]\ncommand=nginx\n",
    )
    .unwrap();

    let found = facts(&world, KEY);
    let told: Vec<_> = found
        .bare_units
        .iter()
        .map(|unit| (unit.unit.as_str(), unit.manager, unit.line.clone()))
        .collect();
    let setting = format!("{VARIABLE}=\"%(ENV_{VARIABLE})s\"");
    assert_eq!(
        told,
        [
            ("bot.service", ServiceManager::SystemdUser, None),
            (
                "program:worker",
                ServiceManager::Supervisord,
                Some(format!("environment={setting}"))
            ),
            (
                "program:beat",
                ServiceManager::Supervisord,
                Some(format!(",{setting}"))
            ),
        ]
    );
    assert_eq!(found.units, 6);
    let of_units: Vec<_> = found
        .sources
        .iter()
        .filter(|source| source.scope == Scope::Unit)
        .map(|source| (source.place.clone(), source.line, source.is_key))
        .collect();
    assert!(
        of_units.contains(&(drop_in, Some(2), false)),
        "{of_units:?}"
    );
    assert!(of_units.contains(&(file, Some(1), true)), "{of_units:?}");

    // What the desktop finds, the user's own manager hands on, and the computer's can be told the file of.
    std::fs::write(
        etc.join("systemd/system/late.service"),
        "[Service]\nExecStart=/usr/bin/node /srv/late.js\n",
    )
    .unwrap();
    let late = |value: &str| {
        let units = facts(&world, value).bare_units.into_iter();
        let mut found = units.filter(|unit| unit.unit == "late.service");
        found.next().map(|unit| unit.line)
    };
    assert_eq!(late(KEY), Some(None));
    let value = set(&world, &[Desktop]);
    let found = facts(&world, &value);
    assert!(
        found
            .bare_units
            .iter()
            .all(|unit| unit.manager != ServiceManager::SystemdUser)
    );
    let file = world.path(".config/environment.d/60-studio-keys.conf");
    let line = format!("EnvironmentFile={}", file.display());
    assert_eq!(late(&value), Some(Some(line)));
}
