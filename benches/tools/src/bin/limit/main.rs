//! The limit: what one blocking socket can do that speaks just the needed packets, and nothing else.
//!
//! `limit LOAD PORT FUNCTION COUNT WARMUP SIZE` measures a load and prints its figures as JSON.
//! `limit worker PORT FUNCTION` returns workloads as they came, until it is killed.
//! `limit fill PORT FUNCTION COUNT SIZE` and `limit drain PORT FUNCTION` are for the benchmark itself.

mod connection;
mod figures;
mod loads;
mod packet;
mod worker;

use std::io::{self, Error};
use std::process::ExitCode;
use std::str::FromStr;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("limit: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> io::Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["worker", port, function] => worker::echo(number(port)?, function),
        ["fill", port, function, count, size] => {
            loads::fill(&target(port, function, size)?, number(count)?)?;
            println!("{{}}");
            Ok(())
        }
        ["drain", port, function] => {
            println!("{{\"jobs\": {}}}", worker::drain(number(port)?, function)?);
            Ok(())
        }
        [load, port, function, count, warmup, size] => {
            let mut load = loads::named(load, target(port, function, size)?)?;
            load(number(warmup)?)?;
            println!("{}", figures::of(|| load(number(count)?))?);
            Ok(())
        }
        _ => Err(Error::other("see benches/tools/src/bin/limit/main.rs for how it is called")),
    }
}

fn target(port: &str, function: &str, size: &str) -> io::Result<loads::Target> {
    Ok(loads::Target { port: number(port)?, function: function.to_owned(), workload: vec![b'x'; number(size)?] })
}

fn number<T: FromStr>(text: &str) -> io::Result<T> {
    text.parse().map_err(|_| Error::other(format!("'{text}' is not the number that belongs here")))
}
