use crate::error::ReturnCode;
use crate::net::look_up;
use crate::net::lookup::addresses_of;
use crate::net::{DEFAULT_HOST, DEFAULT_PORT, Server, servers_from_environment};
use crate::testing::in_child;

fn list(text: &str) -> Vec<String> {
    Server::list(text.as_bytes()).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn lists_are_read_as_the_protocol_writes_them() {
    assert_eq!(list("a"), ["a:4730"]);
    assert_eq!(list("a:4731"), ["a:4731"]);
    assert_eq!(list("a,b:7003,10.0.0.1:1"), ["a:4730", "b:7003", "10.0.0.1:1"]);
    assert_eq!(list("[::1]:4731,[fe80::2]"), ["[::1]:4731", "[fe80::2]:4730"]);
    assert_eq!(list("::1"), ["[::1]:4730"]);
    assert_eq!(list("a:65535"), ["a:65535"]);
}

#[test]
fn spaces_and_empty_entries_are_tolerated() {
    assert_eq!(list("  a : 4731 ,\tb , "), ["a:4731", "b:4730"]);
    assert_eq!(list("a,,b"), ["a:4730", "b:4730"]);
    assert_eq!(list(" [::1]:4731 "), ["[::1]:4731"]);
}

#[test]
fn what_is_not_given_is_the_default() {
    let default = format!("{DEFAULT_HOST}:{DEFAULT_PORT}");
    for text in ["", " ", ",", "localhost", "localhost:", "localhost:0"] {
        assert_eq!(list(text), std::slice::from_ref(&default), "{text:?}");
    }
    assert_eq!(Server::new(b"", 0).unwrap().to_string(), default);
    assert_eq!(Server::new(b"a", 0).unwrap().to_string(), "a:4730");
}

#[test]
fn anything_else_is_refused_and_quoted() {
    for entry in [
        "a:b",
        "a:4730:1",
        "a:-1",
        "a:+1",
        "a:65536",
        "a:99999999999999999999",
        "a:4 730",
        "a b",
        "a/b",
        "http://a",
        "user@a",
        "[::1",
        "::1]",
        "[a]:4730",
        "[]:4730",
        "[::1]4730",
        "[::1]:x",
        "1::2::3",
        ":",
        ":4730",
    ] {
        let error = Server::list(format!("good:1, {entry} ,other").as_bytes()).expect_err(entry);
        assert!(error.text("addServers").contains(&format!("\"{entry}\"")), "{error}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_and_escaped() {
    let error = Server::list(b"good,b\xffd").unwrap_err();
    assert!(error.to_string().contains("\"good,b\\xffd\""), "{error}");
    let error = Server::new(b"a\0b", 1).unwrap_err();
    assert!(error.to_string().contains("\"a\\x00b\""), "{error}");
}

#[test]
fn a_refusal_prints_no_control_characters() {
    for list in ["a\x1b[2Jb", "a\nb", "a\u{7f}"] {
        let error = Server::list(list.as_bytes()).unwrap_err();
        assert!(!error.to_string().contains(|character: char| character.is_control()), "{error:?}");
    }
}

#[test]
fn a_host_alone_may_be_a_name_or_an_address() {
    let host = |host: &str| Server::new(host.as_bytes(), 1).map(|server| server.to_string());
    assert_eq!(host("::1").unwrap(), "[::1]:1");
    assert_eq!(host("fe80::1%eth0").unwrap(), "[fe80::1%eth0]:1");
    assert_eq!(host("job-server_1.example").unwrap(), "job-server_1.example:1");
    for refused in ["a:1", "[::1]", "a b", "a\"b", ":::", "fe80::1%a]", "fe80::1%a\0b", "fe80::1%a b"] {
        assert!(host(refused).is_err(), "{refused}");
    }
}

#[test]
fn an_address_with_a_scope_may_stand_in_a_list() {
    assert_eq!(list("[fe80::1%eth0]:4731"), ["[fe80::1%eth0]:4731"]);
}

#[test]
fn a_port_is_a_port() {
    assert_eq!(Server::new(b"a", 65_535).unwrap().to_string(), "a:65535");
    for port in [-1, 65_536, i64::MAX, i64::MIN] {
        let error = Server::new(b"a", port).unwrap_err();
        assert!(error.to_string().contains(&port.to_string()), "{error}");
    }
}

#[test]
fn addresses_resolve_to_themselves() {
    for text in ["127.0.0.1:4731", "[::1]:4731"] {
        let servers = Server::list(text.as_bytes()).unwrap();
        assert_eq!(addresses_of(&servers[0]).unwrap()[..], [text.parse().unwrap()]);
    }
}

#[test]
fn a_name_that_cannot_exist_is_named_in_the_error() {
    // A label of more than 63 bytes: no resolver is asked.
    let name = "x".repeat(64);
    let error = look_up(&Server::new(name.as_bytes(), 1).unwrap()).unwrap_err();
    assert_eq!(error.code(), ReturnCode::Getaddrinfo);
    let text = error.text("addServer");
    assert!(text.starts_with(&format!("addServer(GEARMAN_GETADDRINFO) {name}:1: ")), "{text}");
    assert!(!text.contains("lookup"), "{text}");
}

#[test]
fn the_environment_names_servers_or_none() {
    in_child(|| {
        for (value, expected) in [("", &[][..]), ("a,b:7003", &["a:4730", "b:7003"][..])] {
            // SAFETY: the child has no other thread.
            unsafe { std::env::set_var("GEARMAN_SERVERS", value) };
            let servers = servers_from_environment().unwrap();
            assert_eq!(servers.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
        }
        // SAFETY: as above.
        unsafe { std::env::remove_var("GEARMAN_SERVERS") };
        assert_eq!(servers_from_environment().unwrap(), []);
    });
}
