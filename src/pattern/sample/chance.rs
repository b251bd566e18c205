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

    /// One of several; none of none.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(from.len()).unwrap_or(u64::MAX).max(1);
        from.get((self.next() % count) as usize)
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
}
