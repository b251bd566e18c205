//! Features: what a token and those around it say, as numbers.

use super::sight::Seen;

impl Seen {
    /// Its shape with its state.
    pub(super) fn look(&self) -> u32 {
        u32::from(self.shape) << 4 | self.state as u32
    }
}

/// Features are numbered, so that equal words in different places say different things.
pub(super) type Numbered = (u32, u32);

/// What the words around a token say.
pub(super) fn words([far, before, this, next, beyond]: [&Seen; 5]) -> [Numbered; 12] {
    [
        (2, this.word),
        (3, before.word),
        (4, next.word),
        (5, mix(before.word, this.word)),
        (6, mix(this.word, next.word)),
        (7, far.word),
        (8, beyond.word),
        (14, this.ending),
        (22, mix(before.word, this.look())),
        (23, mix(far.word, before.word)),
        (25, mix(this.lead, this.look())),
        (26, mix(next.word, this.look())),
    ]
}

/// What the looks of the tokens around it say.
pub(super) fn looks([far, before, this, next, beyond]: [&Seen; 5]) -> [Numbered; 7] {
    let states =
        |one: &Seen, two: &Seen, three: &Seen| (one.state as u32) << 8 | (two.state as u32) << 4 | three.state as u32;
    let three = |[one, two, three]: [u8; 3]| u32::from(one) << 8 | u32::from(two) << 4 | u32::from(three);
    [
        (1, 0),
        (9, this.look()),
        (10, states(far, before, this)),
        (11, states(before, this, next)),
        (12, states(this, next, beyond)),
        (13, three([before.shape, this.shape, next.shape])),
        (24, three([this.kind, before.kind, next.kind])),
    ]
}

/// What the cues, marks and names near a token say.
pub(super) fn places([_, _, this, next, _]: [&Seen; 5]) -> [Numbered; 7] {
    let near = |(what, distance): (u32, u8)| mix(what, u32::from(distance));
    let (shape, state) = (u32::from(this.shape), this.state as u32);
    [
        (15, near(this.before)),
        (16, mix(near(this.before), shape)),
        (17, near(this.behind)),
        (18, mix(near(this.edge), state)),
        (19, mix(near(this.edge), shape)),
        (20, mix(this.edge.0, next.word)),
        (21, u32::from(this.name) << 4 | state),
    ]
}

/// The hash of a word (FNV-1a, 32 bits).
pub(super) fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// One hash of two.
pub(super) fn mix(left: u32, right: u32) -> u32 {
    let both = (u64::from(left) << 32 | u64::from(right)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((both ^ (both >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32) as u32
}
