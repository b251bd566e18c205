//! The themes: colours, typeface and ground of each.

use crate::template::style::THEMES;

/// A theme. Colours are `0xRRGGBB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Theme {
    pub(super) background: u32,
    pub(super) surface: u32,
    pub(super) text: u32,
    pub(super) muted: u32,
    pub(super) accent: u32,
    pub(super) accent2: u32,
    pub(super) font: &'static str,
    pub(super) backdrop: &'static str,
}

/// The theme of a name; of any other name the first.
pub(super) fn theme(name: &str) -> Theme {
    let row = THEMES.iter().position(|known| *known == name).unwrap_or_default();
    let (colours, font, backdrop) = TABLE[row];
    let [background, surface, text, muted, accent, accent2] = colours;
    Theme { background, surface, text, muted, accent, accent2, font, backdrop }
}

type Row = ([u32; 6], &'static str, &'static str);

/// Background, surface, text, muted text, accent, second accent; typeface; ground. In the order of [`THEMES`].
const TABLE: [Row; THEMES.len()] = [
    ([0x0B_0D12, 0x16_1A22, 0xF4_F6FA, 0x98_A1B3, 0x5B_8CFF, 0x36_E2B4], "Inter", "light"),
    ([0xF7_F7F4, 0xFF_FFFF, 0x14_161A, 0x5D_6470, 0x2F_5BEA, 0xC9_3A24], "Inter", "grain"),
    ([0x07_060F, 0x12_0F24, 0xF6_F2FF, 0xA7_9CCB, 0xFF_3DF2, 0x27_F5E0], "Space Grotesk", "grid"),
    ([0xFB_F3EE, 0xFF_FFFF, 0x3B_3247, 0x6F_667E, 0xA6_4D79, 0x3F_7180], "Nunito", "grain"),
    ([0xFF_FFFF, 0xF1_F4F8, 0x0F_2540, 0x52_647A, 0x0B_63CE, 0x0A_7F5A], "IBM Plex Sans", "grid"),
    ([0xFA_FAFA, 0xFA_FAFA, 0x11_1111, 0x66_6666, 0x11_1111, 0xC4_402F], "Inter Tight", "plain"),
    ([0xF3_E3C3, 0xFB_F1DC, 0x3A_2314, 0x6E_4F38, 0xA9_3A1C, 0x1E_6B66], "Alfa Slab One", "grain"),
    ([0x2A_1710, 0x3A_2218, 0xFF_F1E3, 0xD3_B29B, 0xFF_9A4D, 0xFF_D166], "Fraunces", "light"),
    ([0x06_222F, 0x0B_3142, 0xEA_F8FB, 0x8F_B9C6, 0x38_D0E8, 0x7C_F2C3], "Sora", "light"),
    ([0x0F_1F17, 0x17_2D21, 0xEF_F6EC, 0x9D_B8A3, 0x8B_D450, 0xF2_C14E], "Lora", "light"),
    ([0x2B_1030, 0x40_183F, 0xFF_F0E8, 0xD9_ADB8, 0xFF_7A59, 0xFF_C15E], "Poppins", "light"),
    ([0x0A_0A0A, 0x16_1616, 0xFA_FAFA, 0x9A_9A9A, 0xFA_FAFA, 0xB8_B8B8], "JetBrains Mono", "plain"),
];
