//! One command, asked of every server at the same time.

use std::task::Poll;

use super::standing::Standing;
use crate::error::{Error, Result};
use crate::net::Pool;
use crate::protocol::Request;
use crate::protocol::text::{Answer, Line};
use crate::runtime::Watch;

/// A command, and what each server has answered so far.
///
/// It must be alone on the links while it lasts.
pub struct Inquiry<A: Answer> {
    request: Request,
    /// The answer as it begins.
    blank: A,
    replies: Vec<Reply<A>>,
}

/// How far one server is.
enum Reply<A: Answer> {
    /// It was not asked yet.
    Due,
    /// It is to answer.  Nothing was heard yet on a link that is untried and was not made for this inquiry.
    Coming { answer: A, is_untried: bool },
    /// It has answered, or will not.
    Over(Result<A::Found>),
}

impl<A: Answer> Inquiry<A> {
    /// Asks nobody yet.
    pub fn new(pool: &Pool<Standing>, request: Request, blank: A) -> Self {
        let replies = (0..pool.len()).map(|_| Reply::Due).collect();
        Self { request, blank, replies }
    }

    /// Goes on until every server has answered or failed.
    pub fn poll(&mut self, pool: &mut Pool<Standing>, watch: &mut Watch) -> Poll<()> {
        #[cfg(feature = "injected-panics")]
        crate::injected::panic_in("admin");
        if pool.leave_to_parent() {
            self.begin_anew();
        }
        for (server, reply) in self.replies.iter_mut().enumerate() {
            while !matches!(reply, Reply::Over(_)) {
                if matches!(reply, Reply::Due) {
                    *reply = Reply::Coming {
                        answer: self.blank.clone(),
                        is_untried: ask(pool, server, &self.request, watch),
                    };
                }
                let Poll::Ready(received) = pool.poll_line(server, watch) else { break };
                *reply = std::mem::replace(reply, Reply::Due).hear(pool, server, received);
            }
        }
        // They are told to those who waited.
        while pool.next_loss().is_some() {}
        if self.is_over() { Poll::Ready(()) } else { Poll::Pending }
    }

    /// What each server has answered.  Nobody waits any longer: whoever has not answered has failed with this error, and
    /// its link is closed, or its answer would come before the next one's.
    pub fn end(self, pool: &mut Pool<Standing>, late: &Error) -> Vec<Result<A::Found>> {
        let replies = self.replies.into_iter().enumerate();
        let found = replies.map(|(server, reply)| match reply {
            Reply::Over(found) => found,
            Reply::Due | Reply::Coming { .. } => {
                let error = error_at(pool, server, late);
                pool.close(server, error.clone());
                Err(error)
            }
        });
        found.collect()
    }

    fn is_over(&self) -> bool {
        self.replies.iter().all(|reply| matches!(reply, Reply::Over(_)))
    }

    /// This process is a child of the one that asked: the answers are the parent's.
    fn begin_anew(&mut self) {
        self.replies.iter_mut().filter(|reply| !matches!(reply, Reply::Over(_))).for_each(|reply| *reply = Reply::Due);
    }
}

/// Sends the request; true when on a link that was there before, and may be dead without our knowing.
fn ask(pool: &mut Pool<Standing>, server: usize, request: &Request, watch: &mut Watch) -> bool {
    pool.notice_lost(server, watch.now());
    pool.dial(server);
    pool.send(server, request);
    pool.known_mut(server).into_iter().for_each(|standing| standing.is_asked = true);
    pool.is_up(server)
}

impl<A: Answer> Reply<A> {
    fn hear(self, pool: &mut Pool<Standing>, server: usize, received: Result<Line>) -> Self {
        let Self::Coming { mut answer, is_untried } = self else { return self };
        match received {
            // The server has closed a link that was left open: that says nothing of the command.
            Err(_) if is_untried => Self::Due,
            Err(error) => Self::Over(Err(error)),
            Ok(Line::Text(line)) => match answer.take(line) {
                Ok(()) => Self::Coming { answer, is_untried: false },
                Err(error) => {
                    pool.reject(server, &error);
                    Self::Over(Err(error_at(pool, server, &error)))
                }
            },
            Ok(Line::Fence) => {
                pool.known_mut(server).into_iter().for_each(|standing| standing.is_asked = false);
                Self::Over(answer.end().map_err(|error| error_at(pool, server, &error)))
            }
        }
    }
}

fn error_at(pool: &Pool<Standing>, server: usize, error: &Error) -> Error {
    pool.server(server).map_or(error.clone(), |address| error.at(address))
}
