//! What requests may cost.

use crate::error::{Error, ErrorKind, Result};

/// What may be spent, in dollars. A call is refused when as much is spent already; what it costs itself is known after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Budget {
    /// For one request. One dollar unless something else is said: ten times what a scene costs.
    pub request: f64,
    /// For a day, which begins at midnight UTC; as much as is wanted if nothing is said.
    pub day: Option<f64>,
}

/// What was spent, in dollars.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spent {
    /// By this request.
    pub(super) request: f64,
    /// Today, by all requests.
    pub(super) day: f64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { request: 1.0, day: None }
    }
}

impl Budget {
    /// Whether another call may be made.
    ///
    /// # Errors
    /// [`ErrorKind::Budget`] with what is used up, and how to allow more.
    pub(super) fn allow(&self, spent: Spent) -> Result<()> {
        if spent.request >= self.request {
            let (cost, most) = (spent.request, self.request);
            return refuse(format!(
                "this request has cost ${cost:.2}, and a request may cost ${most}: allow more with \
                                   `--budget`, or ask for less at once"
            ));
        }
        match self.day {
            Some(most) if spent.day >= most => refuse(format!(
                "models have cost ${:.2} today, and a day may cost ${most}: allow more with `--daily-budget`, or go on \
                 tomorrow; what templates show costs nothing",
                spent.day
            )),
            _ => Ok(()),
        }
    }
}

fn refuse(message: String) -> Result<()> {
    Err(Error::new(ErrorKind::Budget, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_up_is_refused_with_what_to_do() {
        let budget = Budget { request: 0.1, day: Some(2.0) };
        let told = |request, day| budget.allow(Spent { request, day }).map_err(|error| error.to_string());
        assert_eq!(told(0.09, 1.99), Ok(()));
        assert!(told(0.1, 0.0).is_err_and(|said| said.contains("`--budget`")));
        assert!(told(0.0, 2.0).is_err_and(|said| said.contains("`--daily-budget`")));
        assert!(Budget::default().allow(Spent { request: 0.5, day: 1e9 }).is_ok());
    }
}
