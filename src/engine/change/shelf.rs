//! The library, and what was read of the code of scenes while a plan is carried out.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde_json::{Map, Value as Json};

use super::code;
use crate::template::Library;

/// The properties of some code.
pub(super) type Props = Rc<Map<String, Json>>;

/// A library, and the properties of each code that was read: most steps of a plan ask for the same ones.
#[derive(Debug)]
pub(super) struct Shelf<'l> {
    library: &'l Library,
    read: RefCell<FxHashMap<String, Props>>,
}

impl<'l> Shelf<'l> {
    pub(super) fn of(library: &'l Library) -> Self {
        Self { library, read: RefCell::default() }
    }

    /// The library itself.
    pub(super) fn library(&self) -> &'l Library {
        self.library
    }

    /// The properties of a scene of code, as far as they are plain data.
    ///
    /// # Errors
    /// Why the code cannot be read, for people.
    pub(super) fn props(&self, code: &str) -> Result<Props, String> {
        if let Some(known) = self.read.borrow().get(code) {
            return Ok(Rc::clone(known));
        }
        let props = code::props(code)?;
        Ok(self.note(code, props))
    }

    /// Keeps the properties that somebody has read of a code.
    pub(super) fn note(&self, code: &str, props: Map<String, Json>) -> Props {
        let props = Rc::new(props);
        self.read.borrow_mut().insert(code.to_owned(), Rc::clone(&props));
        props
    }
}

impl Deref for Shelf<'_> {
    type Target = Library;

    fn deref(&self) -> &Library {
        self.library
    }
}
