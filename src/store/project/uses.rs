//! Which pictures a log speaks of: as long as it does, they are kept, since undo may need them.

use super::change::Change;
use super::id::AssetId;
use super::log::Revision;

/// The pictures that a revision speaks of, some perhaps more than once.
pub(super) fn pictures(revision: &Revision) -> impl Iterator<Item = &AssetId> {
    let attached = revision.deed.changes().iter().filter_map(|change| match change {
        Change::Attach { asset } => Some(&asset.id),
        _ => None,
    });
    attached.chain(revision.said.iter().flat_map(|message| &message.pictures))
}
