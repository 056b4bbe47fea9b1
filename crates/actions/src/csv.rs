//! Tables as text (RFC 4180), for programs that show tables.

/// One line, with its end.
pub(crate) fn line<'text>(fields: impl IntoIterator<Item = &'text str>) -> String {
    let fields: Vec<String> = fields.into_iter().map(field).collect();
    format!("{}\r\n", fields.join(","))
}

/// Quoted, and never the start of a formula in a spreadsheet. A number stays one, negative or not.
fn field(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok();
    let guard = if !is_number && text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_and_no_formula() {
        assert_eq!(field("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(field("=1+1"), "\"'=1+1\"");
        assert_eq!(field("-2+3"), "\"'-2+3\"");
        assert_eq!(field("-2.50"), "\"-2.50\"");
        assert_eq!(field("钥匙"), "\"钥匙\"");
    }

    #[test]
    fn a_line_ends_as_the_rfc_says() {
        assert_eq!(line(["a", ""]), "\"a\",\"\"\r\n");
    }
}
