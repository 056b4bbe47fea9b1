//! The command line, flag by flag.

use super::*;

fn of(line: &str) -> Result<Serve, ArgumentError> {
    match read(line.split_whitespace().map(OsString::from))? {
        Command::Serve(serve) => Ok(*serve),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_key_of_a_folder_is_rotated() {
    let of = |line: &str| read(line.split_whitespace().map(OsString::from));
    let data = PathBuf::from("there");
    assert_eq!(
        of("rotate-key --data there"),
        Ok(Command::RotateKey { data })
    );
    assert_eq!(of("rotate-key"), Err(ArgumentError::NoData));
    assert_eq!(
        of("rotate-key --data"),
        Err(ArgumentError::NoValue("--data"))
    );
    assert_eq!(
        of("rotate-key --data there --listen 127.0.0.1:0"),
        Err(ArgumentError::Unknown("--listen".to_owned()))
    );
}

#[test]
fn the_plain_server() {
    let serve = of("serve --listen 127.0.0.1:8080 --data there --print-access-key").unwrap();
    assert_eq!(serve.listen, SocketAddr::from(([127, 0, 0, 1], 8080)));
    assert_eq!(
        (serve.data, serve.print_access_key),
        (PathBuf::from("there"), true)
    );
    assert_eq!(of("serve --data there").unwrap().listen.port(), 0);
}

#[test]
fn left_alone_it_is_this_computer_with_nothing_wrong() {
    let serve = of("serve --data there").unwrap();
    assert_eq!(serve.personality, Personality::default());
    assert!(serve.faults.is_none());
}

#[test]
fn a_personality() {
    let line = "serve --data x --region us-east-1 --quota 3 --max-page 7 --api-host {WorkspaceId}.example \
                --deny ListApiKeys --deny CreateApiKey";
    let denied = ["ListApiKeys".to_owned(), "CreateApiKey".to_owned()];
    let expected = Personality::of(RegionId::UsEast1)
        .with_key_quota(3)
        .with_max_results(7)
        .with_api_host("{WorkspaceId}.example".to_owned())
        .with_identity(Identity::ram_user(denied).unwrap());
    assert_eq!(of(line).unwrap().personality, expected);
    let ram = of("serve --data x --identity ram").unwrap().personality;
    let user = Identity::ram_user([]).unwrap();
    assert_eq!(ram, Personality::default().with_identity(user));
}

#[test]
fn faults() {
    let line = "serve --data x --delay-ms 200 --throttle-every 3 --retry-after-ms 1500 --fail Arrearage \
                --fail ListModels=Throttling.User --fail-shape xml --new-fields --html";
    let failures = vec![
        Failure::of_all("Arrearage").unwrap(),
        Failure::of("ListModels", "Throttling.User").unwrap(),
    ];
    let expected = Faults {
        delay: Duration::from_millis(200),
        throttle: Some(Throttle {
            every: NonZeroU64::new(3).unwrap(),
            retry_after: Duration::from_millis(1500),
        }),
        failures,
        shape: FailureShape::Xml,
        new_fields: true,
        html: true,
    };
    assert_eq!(of(line).unwrap().faults, expected);
}

#[test]
fn each_mistake_has_its_sentence() {
    for (line, said) in [
        ("", "the commands are serve and rotate-key"),
        ("server --data x", "the commands are serve and rotate-key"),
        ("serve", "--data DIR is needed"),
        ("serve --data", "--data needs a value"),
        ("serve --data x --listen 8080", "such as 127.0.0.1:0"),
        (
            "serve --data x --listen 0.0.0.0:0",
            "a loopback address only",
        ),
        ("serve --data x --quiet", "--quiet is not known"),
        (
            "serve --data x --region mars",
            "--region: there is no region \"mars\"",
        ),
        (
            "serve --data x --quota many",
            "--quota takes a whole number",
        ),
        (
            "serve --data x --throttle-every 0",
            "--throttle-every takes a whole number",
        ),
        (
            "serve --data x --retry-after-ms 5",
            "goes with --throttle-every",
        ),
        (
            "serve --data x --identity root",
            "--identity takes main or ram",
        ),
        (
            "serve --data x --identity main --deny ListModels",
            "nothing is denied to the main account",
        ),
        (
            "serve --data x --deny Everything",
            "there is no operation \"Everything\"",
        ),
        (
            "serve --data x --fail ListModel=Arrearage",
            "there is no operation \"ListModel\"",
        ),
        (
            "serve --data x --fail Arrears",
            "there is no code \"Arrears\"",
        ),
        (
            "serve --data x --fail-shape html",
            "--fail-shape takes gateway, xml or envelope",
        ),
    ] {
        let refused = of(line).unwrap_err().to_string();
        assert!(refused.contains(said), "{line}: {refused}");
    }
}

#[test]
fn every_flag_is_in_the_usage() {
    let source = include_str!("mod.rs");
    let flags = source.match_indices("\"--").map(|(start, _)| {
        let rest = &source[start + 1..];
        &rest[..rest.find('"').unwrap()]
    });
    let flags: Vec<&str> = flags.filter(|flag| !flag.contains(' ')).collect();
    assert!(flags.len() > 15, "{flags:?}");
    for flag in flags {
        assert!(USAGE.contains(flag), "{flag}");
    }
}
