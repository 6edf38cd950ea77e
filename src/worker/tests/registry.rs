use crate::error::ReturnCode;
use crate::protocol::Request;
use crate::testing::memory_in_use;
use crate::worker::registry::Registry;

fn can_do(name: &str) -> Request {
    Request::can_do(name.as_bytes(), 0).unwrap()
}

fn cant_do(name: &str) -> Request {
    Request::cant_do(name.as_bytes()).unwrap()
}

fn id(id: &str) -> Request {
    Request::set_client_id(id.as_bytes()).unwrap()
}

fn with(names: &[&str]) -> Registry {
    let mut registry = Registry::default();
    for name in names {
        assert!(registry.add(name.as_bytes(), 0).unwrap());
    }
    registry
}

#[test]
fn a_new_server_is_told_everything_and_the_id_first() {
    let mut registry = with(&["a"]);
    registry.set_id(b"me").unwrap();
    registry.set_id(b"myself").unwrap();
    assert_eq!(registry.changes_since(0).unwrap(), [id("myself"), can_do("a")]);
}

/// Gearmand hands out the jobs of the function it was told last first.  Libgearman tells the newest first, so the
/// function that was added first is served first.
#[test]
fn functions_are_told_newest_first() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let newest_first: Vec<_> = names.iter().rev().map(|name| can_do(name)).collect();
    assert_eq!(with(&names).changes_since(0).unwrap(), newest_first);
}

#[test]
fn a_server_that_knows_is_told_what_is_new() {
    let mut registry = with(&["a"]);
    let known = registry.revision();
    assert_eq!(registry.changes_since(known).unwrap(), []);
    registry.add(b"b", 0).unwrap();
    assert_eq!(registry.changes_since(known).unwrap(), [can_do("b")]);
    registry.remove(b"a").unwrap();
    assert_eq!(registry.changes_since(known).unwrap(), [cant_do("a"), can_do("b")]);
    registry.set_id(b"me").unwrap();
    assert_eq!(registry.changes_since(known).unwrap(), [id("me"), cant_do("a"), can_do("b")]);
    assert_eq!(registry.changes_since(registry.revision()).unwrap(), []);
}

#[test]
fn a_function_that_came_back_is_not_taken_away() {
    let mut registry = with(&["a"]);
    let known = registry.revision();
    registry.remove(b"a").unwrap();
    registry.add(b"a", 0).unwrap();
    assert_eq!(registry.changes_since(known).unwrap(), [can_do("a")]);
}

#[test]
fn a_new_server_is_not_told_what_is_gone() {
    let mut registry = with(&["a", "b"]);
    registry.remove(b"a").unwrap();
    assert_eq!(registry.changes_since(0).unwrap(), [can_do("b")]);
    registry.clear();
    registry.add(b"c", 0).unwrap();
    assert_eq!(registry.changes_since(0).unwrap(), [can_do("c")]);
}

#[test]
fn a_reset_comes_before_what_was_added_after_it() {
    let mut registry = with(&["a", "b"]);
    let known = registry.revision();
    registry.remove(b"a").unwrap();
    registry.clear();
    assert!(registry.is_empty());
    registry.add(b"c", 0).unwrap();
    assert_eq!(registry.changes_since(known).unwrap(), [Request::reset_abilities(), can_do("c")]);
}

#[test]
fn another_timeout_is_news_and_the_same_is_not() {
    let mut registry = with(&["a"]);
    let known = registry.revision();
    assert!(!registry.add(b"a", 0).unwrap());
    assert_eq!(registry.revision(), known);
    assert!(registry.add(b"a", 5).unwrap());
    assert_eq!(registry.changes_since(known).unwrap(), [Request::can_do(b"a", 5).unwrap()]);
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
    assert_eq!(registry.changes_since(0).unwrap(), []);
}

#[test]
fn one_name_added_and_removed_a_hundred_thousand_times_does_not_grow() {
    let mut registry = with(&["a", "b"]);
    let mut round = |timeout| {
        registry.add(b"a", timeout).unwrap();
        registry.remove(b"b").unwrap();
        registry.add(b"b", timeout).unwrap();
        registry.set_id(b"me").unwrap();
    };
    (0..10).for_each(&mut round);
    let before = memory_in_use();
    (10..100_010).for_each(&mut round);
    assert_eq!(memory_in_use(), before);
    assert_eq!(registry.changes_since(1).unwrap().len(), 3);
}
