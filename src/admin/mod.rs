//! What an administrator does: asks all servers the same, at the same time.

mod inquiry;
mod standing;

#[cfg(test)]
mod tests;

pub use inquiry::Inquiry;
pub use standing::Standing;
