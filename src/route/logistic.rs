//! Logistic regression: the weights of features with which the logarithm of the odds is their sum.
//!
//! Fitted by Newton's method, which for this is iteratively reweighted least squares (Bishop, *Pattern Recognition and
//! Machine Learning*, 4.3.3), with a penalty on large weights, so that features which tell right from wrong without
//! exception do not make the answer certain.

/// A fitted line: the weight of each feature, and where it begins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line<const N: usize> {
    pub(super) intercept: f64,
    pub(super) weights: [f64; N],
}

/// A case: its features, and whether it was right.
pub(super) type Case<const N: usize> = ([f64; N], bool);

/// How strongly weights are held back: as if each was believed to lie within two of 0, before any case was seen.
const PENALTY: f64 = 0.25;

/// Steps after which Newton's method has long arrived.
const STEPS: usize = 50;

/// A change of weights below which nothing changes any more.
const SMALL: f64 = 1e-10;

impl<const N: usize> Line<N> {
    /// The probability that a case is right.
    pub(super) fn probability(&self, features: &[f64; N]) -> f64 {
        let sum: f64 = self.weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
        1.0 / (1.0 + (-(self.intercept + sum)).exp())
    }

    /// The line that explains the cases best.
    pub(super) fn fit(cases: &[Case<N>]) -> Self {
        let mut line = Self { intercept: 0.0, weights: [0.0; N] };
        for _ in 0..STEPS {
            let (mut matrix, gradient) = line.curvature(cases);
            let step = solve(&mut matrix, gradient);
            line.intercept += step[N];
            line.weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight += step);
            if step.iter().all(|step| step.abs() < SMALL) {
                break;
            }
        }
        line
    }

    /// The second and the first derivatives of the penalised likelihood; the last row is the intercept's, which is free.
    fn curvature(&self, cases: &[Case<N>]) -> (Vec<Vec<f64>>, Vec<f64>) {
        let mut matrix = vec![vec![0.0; N + 1]; N + 1];
        let mut gradient = vec![0.0; N + 1];
        for (row, weight) in self.weights.iter().enumerate() {
            matrix[row][row] = PENALTY;
            gradient[row] = -PENALTY * weight;
        }
        matrix[N][N] = f64::EPSILON;
        for (features, right) in cases {
            let probability = self.probability(features);
            let error = f64::from(u8::from(*right)) - probability;
            let spread = probability * (1.0 - probability);
            let at = |index: usize| features.get(index).copied().unwrap_or(1.0);
            for row in 0..=N {
                gradient[row] += error * at(row);
                for (column, cell) in matrix[row].iter_mut().enumerate() {
                    *cell += spread * at(row) * at(column);
                }
            }
        }
        (matrix, gradient)
    }
}

/// Solves a system of linear equations by Gaussian elimination with the largest pivot; a direction that the matrix says
/// nothing about gets 0.
fn solve(matrix: &mut [Vec<f64>], mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for column in 0..size {
        let magnitude = |row: &usize| matrix[*row][column].abs();
        let pivot = (column..size).max_by(|a, b| magnitude(a).total_cmp(&magnitude(b))).unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..size {
            let factor = quotient(matrix[row][column], matrix[column][column]);
            let (above, below) = matrix.split_at_mut(row);
            below[0].iter_mut().zip(&above[column]).for_each(|(cell, over)| *cell -= factor * over);
            right[row] -= factor * right[column];
        }
    }
    let mut solution = vec![0.0; size];
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|column| matrix[row][column] * solution[column]).sum();
        solution[row] = quotient(right[row] - known, matrix[row][row]);
    }
    solution
}

fn quotient(number: f64, by: f64) -> f64 {
    if by.abs() < f64::MIN_POSITIVE { 0.0 } else { number / by }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        let mut matrix = vec![vec![0.0, 2.0, 1.0], vec![1.0, 1.0, 0.0], vec![3.0, 0.0, 1.0]];
        let solution = solve(&mut matrix, vec![7.0, 3.0, 6.0]);
        let expected = [1.0, 2.0, 3.0];
        assert!(solution.iter().zip(expected).all(|(got, want)| (got - want).abs() < 1e-12), "{solution:?}");
    }

    /// Of cases alike, the probability is the share that was right; the penalty draws it a little to the middle.
    #[test]
    fn probabilities_are_the_shares() {
        let mut cases: Vec<Case<1>> = (0..100).map(|case| ([0.0], case % 10 == 0)).collect();
        cases.extend((0..100).map(|case| ([1.0], case % 10 != 0)));
        let line = Line::fit(&cases);
        let (low, high) = (line.probability(&[0.0]), line.probability(&[1.0]));
        assert!((0.1..0.13).contains(&low) && (0.87..0.9).contains(&high), "{low} {high}");
    }

    #[test]
    fn what_is_always_right_is_not_certain() {
        let cases: Vec<Case<2>> = (0..200).map(|case| ([f64::from(case % 2), 0.5], case % 2 == 1)).collect();
        let line = Line::fit(&cases);
        let sure = line.probability(&[1.0, 0.5]);
        assert!(sure > 0.95 && sure < 0.995, "{sure}");
        assert!(line.weights.iter().all(|weight| weight.is_finite()), "{line:?}");
    }
}
