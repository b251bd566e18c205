//! What changed in a code, for people.

use similar::TextDiff;

/// A unified diff of two texts with three lines around each change, between files of the given names and without times.
/// Nothing at all if they are the same.
pub fn unified_diff(files: (&str, &str), before: &str, after: &str) -> String {
    if before == after {
        return String::new();
    }
    TextDiff::from_lines(before, after).unified_diff().context_radius(3).header(files.0, files.1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_have_heads_and_surroundings() {
        let before = (1..30).map(|line| line.to_string()).collect::<Vec<_>>().join("\n") + "\n";
        let after = before.replace("\n12\n", "\ntwelve\n").replace("29\n", "29");
        insta::assert_snapshot!(unified_diff(("a/scene.tsx", "b/scene.tsx"), &before, &after), @"
        --- a/scene.tsx
        +++ b/scene.tsx
        @@ -9,7 +9,7 @@
         9
         10
         11
        -12
        +twelve
         13
         14
         15
        @@ -26,4 +26,4 @@
         26
         27
         28
        -29
        +29
        \\ No newline at end of file
        ");
        assert_eq!(unified_diff(("a", "b"), &before, &before), "");
    }
}
