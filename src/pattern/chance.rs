//! Chance that is the same every time: the generator `SplitMix64` (Steele, Lea and Flood, 2014).

/// A sequence of numbers that look like chance and follow from the seed alone.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    pub(super) fn of(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times.max(1))
    }

    /// A number below another; 0 where that is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let draw = u128::from(self.next()) * end as u128;
        (draw >> 64) as usize
    }

    /// A number of a range that includes both ends.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most + 1 - least)
    }

    /// Any number.
    pub(super) fn any(&mut self) -> u32 {
        (self.next() >> 32) as u32
    }

    /// Whether something happens that does so in `percent` of all cases.
    pub(super) fn hits(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of some things; none of none.
    pub(super) fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let index = self.below(things.len());
        things.get(index)
    }

    /// One of some words; nothing where there are none.
    pub(super) fn word<'a, W: AsRef<str>>(&mut self, words: &'a [W]) -> &'a str {
        self.pick(words).map_or("", AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_paper() {
        let mut chance = Chance::new(1_234_567);
        let numbers = [chance.next(), chance.next(), chance.next()];
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn everything_is_picked_in_time() {
        let mut chance = Chance::new(0);
        let picked: Vec<u8> = (0..100).filter_map(|_| chance.pick(&[1, 2, 3]).copied()).collect();
        assert!([1, 2, 3].iter().all(|one| picked.contains(one)));
        assert_eq!(chance.pick::<u8>(&[]), None);
    }

    #[test]
    fn draws_are_the_same_for_a_seed_and_within_their_range() {
        let draw = |seed| {
            let mut chance = Chance::new(seed);
            (0..50).map(|_| chance.between(3, 7)).collect::<Vec<_>>()
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
        assert!((3..=7).all(|number| draw(1).contains(&number)));
        assert!(draw(1).iter().all(|number| (3..=7).contains(number)));
    }
}
