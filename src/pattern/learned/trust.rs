//! Which roles the model may fill, and how sure it has to be of a value.
//!
//! A role is switched on if the model adds more than it harms there: measured on some 650 requests that people might write
//! and that no sentence of the training was made from, a third of them for no template. Each line says how many of the
//! values that it is sure enough of were right. What is not named here is off: titles that a scene can do without (2 of
//! 3 right), labels (0 of 2), and roles of which these requests leave nothing to the model, so that nothing is known
//! about them. The model reads them all the same, so that their words are not taken for a value of another role.

/// A role with the least certainty of its values, from 0 to 1.
struct Trust {
    role: &'static str,
    least: f32,
}

const TRUSTED: [Trust; 7] = [
    Trust { role: "main", least: 0.55 },   // 7 of 9
    Trust { role: "item", least: 0.6 },    // 4 of 5, and a list needs two of them
    Trust { role: "point", least: 0.6 },   // 11 of 14, and a series needs two pairs
    Trust { role: "figure", least: 0.6 },  // 6 of 8, likewise
    Trust { role: "answer", least: 0.55 }, // 2 of 2
    Trust { role: "meaning", least: 0.6 }, // 1 of 1
    Trust { role: "button", least: 0.8 },  // 1 of 1, and 0 of 1 below that
];

/// How sure the model has to be of a value of a role; nothing where the role is switched off.
pub(super) fn least_certainty(role: &str) -> Option<f32> {
    TRUSTED.iter().find(|trust| trust.role == role).map(|trust| trust.least)
}
