//! Trees that were parsed before: the build packs those of the built-in files, so that no start of the program parses
//! them again.

use super::{Node, parse};
use crate::diagnostic::{Diagnostic, Source};
use crate::yaml::Mistakes;

/// The tree of a document as bytes, for [`Source::packed`].
///
/// # Errors
/// All mistakes of syntax, in the order of the file.
pub fn pack(source: &Source) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::new(source.clone());
    let packed = parse::parse(source.text(), &mut mistakes).map(|root| postcard::to_stdvec(&root));
    match (packed, mistakes.into_sorted()) {
        (Some(Ok(packed)), found) if found.is_empty() => Ok(packed),
        (_, found) if found.is_empty() => Err(vec![source.diagnose(0..0, "this file cannot be packed")]),
        (_, found) => Err(found),
    }
}

/// The tree out of such bytes; nothing if they are none.
pub(super) fn unpack(packed: &[u8]) -> Option<Node<'_>> {
    postcard::from_bytes(packed).ok()
}
