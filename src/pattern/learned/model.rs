//! A model: which weight each feature gives to each label, and how likely labels follow one another.
//!
//! The file begins with [`MAGIC`] and the length of a header ([`postcard`]), which says for which slots the model was
//! trained. Behind it stands a table of features, addressed by their hashes, and behind that their weights. It is read
//! where it lies: opening a model reads the header alone, so that a start does not pay for it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind, Result};

/// What a file of a model begins with: its kind and the version of its layout.
const MAGIC: &[u8; 8] = b"ffslot01";

/// A feature that no table has: it marks an empty place.
const EMPTY: u32 = 0;

/// How many bytes a place of the table has: the feature, where its weights begin, and how many it has.
const PLACE: usize = 8;

/// How many bytes a weight has: its label, and its size in steps of the header's.
const WEIGHT: usize = 4;

/// The label of words that are part of no value.
pub(super) const OUTSIDE: usize = 0;

/// What stands before the weights.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Header {
    /// The roles; each has two labels, for the first token of a value and for those that follow.
    pub(super) roles: Vec<String>,
    /// The slots of the pattern set that it was trained for.
    pub(super) slots: BTreeSet<String>,
    /// For each label, how likely each label follows it.
    pub(super) transitions: Vec<f32>,
    /// How much one step of a weight is.
    pub(super) step: f32,
    /// How many places the table has, a power of two.
    pub(super) places: u32,
}

/// The weights of one feature by label.
pub(super) type Weights = Vec<(u16, f32)>;

/// A model that was opened.
#[derive(Debug)]
pub(crate) struct Model {
    header: Header,
    bytes: Cow<'static, [u8]>,
    table: usize,
    weights: usize,
}

impl Model {
    /// Opens the bytes of a file.
    ///
    /// # Errors
    /// [`ErrorKind::Assets`] if they are no model, or are cut off.
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Result<Self> {
        let length = bytes.strip_prefix(MAGIC).and_then(|rest| rest.first_chunk::<4>());
        let length = length.map(|length| u32::from_le_bytes(*length) as usize).ok_or_else(broken)?;
        let start = MAGIC.len() + 4;
        let table = start.checked_add(length).ok_or_else(broken)?;
        let header: Header =
            bytes.get(start..table).and_then(|header| postcard::from_bytes(header).ok()).ok_or_else(broken)?;
        let labels = 1 + 2 * header.roles.len();
        let weights = table + header.places as usize * PLACE;
        let whole =
            header.places.is_power_of_two() && header.transitions.len() == labels * labels && weights <= bytes.len();
        if whole { Ok(Self { header, bytes, table, weights }) } else { Err(broken()) }
    }

    /// The slots of the pattern set that it was trained for.
    pub(crate) fn slots(&self) -> &BTreeSet<String> {
        &self.header.slots
    }

    /// The number of a role, if the model knows it.
    pub(super) fn role(&self, name: &str) -> Option<usize> {
        self.header.roles.iter().position(|role| role == name)
    }

    /// How likely a label follows another.
    pub(super) fn transition(&self, from: usize, to: usize) -> f32 {
        self.header.transitions[from * self.labels() + to]
    }

    /// How many labels there are.
    pub(super) fn labels(&self) -> usize {
        1 + 2 * self.header.roles.len()
    }

    /// Tells the weights of a feature with their labels.
    pub(super) fn weigh(&self, feature: u32, mut tell: impl FnMut(usize, f32)) {
        let Some((start, count)) = self.place(feature) else { return };
        let start = self.weights + start * WEIGHT;
        let Some(weights) = self.bytes.get(start..start + count * WEIGHT) else { return };
        for weight in weights.as_chunks::<WEIGHT>().0 {
            let [low, high, small, big] = *weight;
            let steps = i16::from_le_bytes([small, big]);
            tell(usize::from(u16::from_le_bytes([low, high])), f32::from(steps) * self.header.step);
        }
    }

    /// Where the weights of a feature begin, and how many it has.
    fn place(&self, feature: u32) -> Option<(usize, usize)> {
        let mask = self.header.places - 1;
        let mut place = feature & mask;
        // A table is never full, but a broken file might say so.
        for _ in 0..self.header.places {
            let at = self.table + place as usize * PLACE;
            let (known, where_) = (self.number(at)?, self.number(at + 4)?);
            match known {
                EMPTY => return None,
                known if known == feature => return Some(((where_ >> 8) as usize, (where_ & 0xff) as usize)),
                _ => place = (place + 1) & mask,
            }
        }
        None
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.bytes.get(at..)?.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes))
    }
}

fn broken() -> Error {
    let message = "expected a model of slots, as `firstframe patterns train` writes it: train it again";
    Error::new(ErrorKind::Assets, message)
}

/// Lays out a model as a file. `features` are the weights of each feature by label.
pub(super) fn pack(mut header: Header, features: &BTreeMap<u32, Weights>) -> Result<Vec<u8>> {
    let largest = features.values().flatten().map(|(_, weight)| weight.abs()).fold(f32::MIN_POSITIVE, f32::max);
    header.step = largest / f32::from(i16::MAX);
    header.places = (features.len() as u32 * 3 / 2).next_power_of_two().max(2);
    let (mut table, mut weights) = (vec![0_u8; header.places as usize * PLACE], Vec::new());
    for (&feature, own) in features.iter().filter(|(feature, _)| **feature != EMPTY) {
        let own = &own[..own.len().min(0xff)];
        let start = (weights.len() / WEIGHT) as u32;
        settle(&mut table, feature, start << 8 | own.len() as u32);
        for (label, weight) in own {
            weights.extend(label.to_le_bytes());
            weights.extend(((weight / header.step) as i16).to_le_bytes());
        }
    }
    let header = postcard::to_stdvec(&header)
        .map_err(|error| Error::new(ErrorKind::File, "the model cannot be written").because(error))?;
    Ok([MAGIC.as_slice(), &(header.len() as u32).to_le_bytes(), &header, &table, &weights].concat())
}

/// Puts a feature into the first empty place behind its own.
fn settle(table: &mut [u8], feature: u32, value: u32) {
    let mask = table.len() / PLACE - 1;
    let mut place = feature as usize & mask;
    while table[place * PLACE..place * PLACE + 4] != EMPTY.to_le_bytes() {
        place = (place + 1) & mask;
    }
    table[place * PLACE..place * PLACE + 4].copy_from_slice(&feature.to_le_bytes());
    table[place * PLACE + 4..(place + 1) * PLACE].copy_from_slice(&value.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_found_again() -> Result<()> {
        let header = Header { roles: vec!["main".to_owned()], transitions: vec![0.5; 9], ..Header::default() };
        let features = (1..200).map(|feature| (feature * 7919, vec![(1, feature as f32), (2, -3.0)])).collect();
        let model = Model::open(pack(header, &features)?.into())?;
        for feature in 1..200 {
            let mut found = Vec::new();
            model.weigh(feature * 7919, |label, weight| found.push((label, weight)));
            assert_eq!(found.len(), 2);
            assert!((found[0].1 - feature as f32).abs() < 0.01 && (found[1].1 + 3.0).abs() < 0.01);
        }
        let mut found = 0;
        model.weigh(12, |_, _| found += 1);
        assert_eq!(found, 0);
        Ok(())
    }

    #[test]
    fn what_is_no_model_is_refused() -> Result<()> {
        let header = Header { roles: vec!["main".to_owned()], transitions: vec![0.5; 9], ..Header::default() };
        let whole = pack(header, &BTreeMap::new())?;
        for bytes in [&[][..], b"ffslot01", b"ffslot01\xff\xff\xff\xff", b"lCRF00000000", &whole[..whole.len() - 9]] {
            assert!(Model::open(bytes.to_vec().into()).is_err(), "{bytes:?}");
        }
        Ok(())
    }
}
