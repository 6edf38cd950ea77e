use crate::error::ReturnCode;
use crate::protocol::Request;
use crate::testing::memory_in_use;
use crate::worker::registry::Registry;

fn can_do(name: &str) -> Request {
    Request::can_do(name.as_bytes(), 0).unwrap()
}

fn id(id: &str) -> Request {
    Request::set_client_id(id.as_bytes()).unwrap()
}

fn with(names: &[&str]) -> Registry {
    let mut registry = Registry::default();
    for name in names {
        assert_eq!(registry.add(name.as_bytes(), 0).unwrap(), Some(can_do(name)));
    }
    registry
}

#[test]
fn a_new_server_is_told_everything_and_the_id_first() {
    let mut registry = with(&["a"]);
    assert_eq!(registry.set_id(b"me").unwrap(), id("me"));
    registry.set_id(b"myself").unwrap();
    assert_eq!(registry.introduction(), [id("myself"), can_do("a")]);
}

/// Gearmand hands out the jobs of the function it was told last first.  Libgearman tells the newest first, so the
/// function that was added first is served first.
#[test]
fn functions_are_told_newest_first() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let newest_first: Vec<_> = names.iter().rev().map(|name| can_do(name)).collect();
    assert_eq!(with(&names).introduction(), newest_first);
}

#[test]
fn a_change_says_what_servers_have_to_be_told() {
    let mut registry = with(&["a"]);
    assert_eq!(registry.remove(b"a").unwrap(), Request::cant_do(b"a").unwrap());
    assert_eq!(registry.clear(), Request::reset_abilities());
}

#[test]
fn a_new_server_is_not_told_what_is_gone() {
    let mut registry = with(&["a", "b"]);
    registry.remove(b"a").unwrap();
    assert_eq!(registry.introduction(), [can_do("b")]);
    registry.clear();
    assert!(registry.is_empty());
    registry.add(b"c", 0).unwrap();
    assert_eq!(registry.introduction(), [can_do("c")]);
}

#[test]
fn another_timeout_is_news_and_the_same_is_not() {
    let mut registry = with(&["a"]);
    assert_eq!(registry.add(b"a", 0).unwrap(), None);
    let limited = Request::can_do(b"a", 5).unwrap();
    assert_eq!(registry.add(b"a", 5).unwrap(), Some(limited.clone()));
    assert_eq!(registry.introduction(), [limited]);
}

#[test]
fn a_name_that_is_not_there_cannot_be_removed() {
    let error = with(&["a"]).remove(b"b\n").unwrap_err();
    assert_eq!(error.code(), ReturnCode::NoRegisteredFunction);
    assert!(error.to_string().contains("\"b\\n\""), "{error}");
}

#[test]
fn what_cannot_be_sent_is_not_taken_in() {
    let mut registry = Registry::default();
    for name in [&b""[..], b"a\0b", &[b'x'; 513]] {
        assert_eq!(registry.add(name, 0).unwrap_err().code(), ReturnCode::InvalidArgument);
    }
    assert_eq!(registry.set_id(b"a\0b").unwrap_err().code(), ReturnCode::InvalidArgument);
    assert!(registry.is_empty());
    assert_eq!(registry.introduction(), []);
}

#[test]
#[cfg_attr(miri, ignore = "too much for an interpreter")]
fn names_that_come_and_go_do_not_make_it_grow() {
    let mut registry = with(&["a", "b"]);
    let mut round = |number: u32| {
        registry.add(b"a", number).unwrap();
        let passing = format!("passing {number}");
        registry.add(passing.as_bytes(), 0).unwrap();
        registry.remove(passing.as_bytes()).unwrap();
        registry.set_id(b"me").unwrap();
    };
    (0..10).for_each(&mut round);
    let before = memory_in_use();
    (10..100_010).for_each(&mut round);
    assert_eq!(memory_in_use(), before);
    assert_eq!(registry.introduction().len(), 3);
}
