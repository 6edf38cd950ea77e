//! Whether servers that rest are back.
//!
//! A server that rests is not gone to on the chance that it is back: it may take the job and be as silent as the one
//! that is left for it.  While that one is silent, the others are asked for an echo; whoever answers rests no more.

use super::core::Client;
use super::owed::Owed;
use crate::protocol::Request;
use crate::runtime::Watch;

impl Client {
    /// Asks those that rest, other than `silent`, unless they have been asked.
    pub(super) fn probe_resting(&mut self, silent: usize, watch: &mut Watch) {
        for server in (0..self.pool.len()).filter(|server| *server != silent) {
            if !self.may_probe(server) {
                continue;
            }
            match self.pool.due_at(server).filter(|due| self.pool.is_down(server) && *due > watch.now()) {
                Some(due) => watch.until(due),
                None => self.probe(server, watch),
            }
        }
    }

    /// When one of the others is to be asked, while `silent` is silent.
    pub(super) fn foresee_probes(&self, silent: usize, watch: &mut Watch) {
        let others = (0..self.pool.len()).filter(|server| *server != silent && self.may_probe(*server));
        others.filter_map(|server| self.pool.due_at(server)).for_each(|due| watch.until(due));
    }

    fn may_probe(&self, server: usize) -> bool {
        self.pool.is_resting(server) && self.pool.is_quiet(server)
    }

    fn probe(&mut self, server: usize, watch: &mut Watch) {
        self.pool.dial(server);
        if let Ok(request) = Request::echo(b"") {
            self.pool.send(server, &request);
            self.pool.known_mut(server).into_iter().for_each(Owed::probe);
        }
        watch.at_once();
    }
}
