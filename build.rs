//! Builds again when a file of the library is added or taken away: the compiler itself only sees changes of files that
//! were there before.
fn main() {
    for folder in ["templates", "patterns"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
