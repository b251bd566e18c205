//! What a request costs, in all of its books.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use crate::llm::{Cost, Ledger};
use crate::store::spending::Spending;

/// The ledgers of a request: that of what is wanted, and one for each piece of work that was begun ahead. Its clones are the
/// same books. When the last of them is closed, what they come to is written down, also where the request was given up.
#[derive(Debug, Clone)]
pub struct Books(Arc<Shelf>);

#[derive(Debug)]
struct Shelf {
    ledgers: Mutex<Vec<Ledger>>,
    spending: Option<Spending>,
    at: SystemTime,
}

impl Books {
    /// Books of a request that came at this time.
    pub fn new(spending: Option<Spending>, at: SystemTime) -> Self {
        Self(Arc::new(Shelf { ledgers: Mutex::default(), spending, at }))
    }

    /// A new ledger.
    pub fn open(&self) -> Ledger {
        let ledger = Ledger::default();
        self.0.ledgers.lock().unwrap_or_else(PoisonError::into_inner).push(ledger.clone());
        ledger
    }

    /// What all of them come to.
    pub fn cost(&self) -> Cost {
        self.0.cost()
    }
}

impl Shelf {
    fn cost(&self) -> Cost {
        self.ledgers.lock().unwrap_or_else(PoisonError::into_inner).iter().map(Ledger::cost).sum()
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        if let Some(spending) = &self.spending {
            // A request that is over does not fail because its price could not be written down; the next is told when its
            // budget cannot be read.
            let _ = spending.add(self.at, self.cost().dollars());
        }
    }
}
