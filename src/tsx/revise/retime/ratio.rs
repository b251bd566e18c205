//! How many frames that a scene was made for play in how many frames of the video.

/// Frames of the scene against frames of the video.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ratio {
    pub(super) scene: u64,
    pub(super) video: u64,
}

impl Ratio {
    /// The ratio when a video of `from` frames becomes one of `to`: as written where it told of all of the video, else in
    /// lowest terms.
    pub(super) fn folded(self, from: u32, to: u32) -> Self {
        if self.video == u64::from(from) {
            return Self { scene: self.scene, video: u64::from(to) };
        }
        let (scene, video) = (self.scene.saturating_mul(from.into()), self.video.saturating_mul(to.into()));
        let common = common_divisor(scene, video).max(1);
        Self { scene: scene / common, video: video / common }
    }

    /// Whether it changes nothing.
    pub(super) fn is_one(self) -> bool {
        self.scene == self.video
    }

    /// Whether every frame of the video is a whole frame of the scene.
    pub(super) fn is_whole(self) -> bool {
        self.video != 0 && self.scene.is_multiple_of(self.video)
    }
}

fn common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}
