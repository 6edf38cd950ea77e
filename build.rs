//! Turns the stubs into registration tables: `gearman.stub.php`, which is php-gearman's API, and `gearman_rs.stub.php`,
//! the namespace of what only we have.
//!
//! A stub is the only place where a signature is written.  PHP's own Reflection reads it; here each method
//! becomes an entry point that parses exactly the declared parameters and calls the handler named after it
//! (`GearmanClient::addServer` calls `php::client::add_server`, and so would `GearmanRs\Client::addServer`), and each
//! function becomes another name for a method's entry point.  A handler that is missing, or takes something else than the stub says, does not compile.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ext_php_rs_build::{ApiVersion, PHPInfo, find_php};
use serde::Deserialize;

/// The classes of the second extend those of the first.
const STUBS: [&str; 2] = ["stubs/gearman.stub.php", "stubs/gearman_rs.stub.php"];
const REFLECT: &str = "stubs/reflect.php";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    for file in STUBS.iter().chain(&[REFLECT, "build.rs"]) {
        println!("cargo:rerun-if-changed={file}");
    }
    for variable in ["PHP", "PHP_CONFIG", "PATH"] {
        println!("cargo:rerun-if-env-changed={variable}");
    }
    let php = find_php()?;
    emit_version_flags(&php)?;
    let tables = Tables::generate(&read_stubs(&php)?)?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("stub.rs");
    fs::write(out, tables)?;
    Ok(())
}

/// `cfg(php83)` and the like, and `cfg(php_debug)`: the layouts of Zend's structures, and what its functions take, change
/// with them.
fn emit_version_flags(php: &Path) -> Result<()> {
    let info = PHPInfo::get(php)?;
    let number = info.zend_version()?;
    let version =
        ApiVersion::try_from(number).ok().filter(|version| *version >= ApiVersion::Php82).ok_or_else(|| {
            format!("gearman_rs needs PHP 8.2 or newer, this is {}: install php8.2-dev", version_text(&info))
        })?;
    ext_php_rs_build::emit_check_cfg();
    ext_php_rs_build::emit_php_cfg_flags(version);
    if info.debug()? {
        println!("cargo:rustc-cfg=php_debug");
    }
    Ok(())
}

fn version_text(info: &PHPInfo) -> String {
    info.version().unwrap_or("an unknown version").to_owned()
}

#[derive(Deserialize)]
struct Stub {
    constants: Vec<Constant>,
    classes: Vec<Class>,
    functions: Vec<Callable>,
}

#[derive(Deserialize)]
struct Constant {
    name: String,
    value: Value,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Int(i64),
    Text(String),
}

#[derive(Deserialize)]
struct Class {
    name: String,
    parent: Option<String>,
    r#final: bool,
    methods: Vec<Callable>,
    properties: Vec<Property>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    default: i64,
}

#[derive(Deserialize)]
struct Callable {
    name: String,
    alias: Option<String>,
    parameters: Vec<Parameter>,
    r#return: String,
}

impl Class {
    /// The type of its objects' state: that of the class it extends, if it has one.
    fn state(&self) -> &str {
        short(self.parent.as_ref().unwrap_or(&self.name))
    }
}

impl Callable {
    /// How many parameters have no default.
    fn required(&self) -> usize {
        self.parameters.iter().filter(|parameter| parameter.default.is_none()).count()
    }
}

#[derive(Deserialize)]
struct Parameter {
    name: String,
    r#type: String,
    default: Option<String>,
}

fn read_stubs(php: &Path) -> Result<Stub> {
    let output = Command::new(php).args(["-n", REFLECT]).args(STUBS).output()?;
    if !output.status.success() {
        return Err(format!("the stubs cannot be read: {}", String::from_utf8_lossy(&output.stdout)).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The generated file.
#[derive(Default)]
struct Tables {
    code: String,
    arginfos: usize,
    lenient: Vec<String>,
}

impl Tables {
    fn generate(stub: &Stub) -> Result<String> {
        let mut tables = Self::default();
        for class in &stub.classes {
            tables.class(class)?;
        }
        tables.classes(&stub.classes)?;
        tables.functions(stub)?;
        tables.constants(&stub.constants)?;
        tables.lenient()?;
        Ok(tables.code)
    }

    /// One entry point per method, and the method table of the class.
    fn class(&mut self, class: &Class) -> Result<()> {
        let mut rows = String::new();
        for method in &class.methods {
            let entry = entry_name(class, method);
            self.entry(&entry, Some(class), method)?;
            let row = self.row(Some(class), method, &entry)?;
            writeln!(rows, "    {row}")?;
        }
        let table = screaming(&class.name);
        writeln!(
            self.code,
            "pub static {table}_METHODS: Functions<{}> = Functions([\n{rows}    Function::end(),\n]);",
            class.methods.len() + 1
        )?;
        Ok(())
    }

    /// The class table, in the stub's order.
    fn classes(&mut self, classes: &[Class]) -> Result<()> {
        writeln!(self.code, "pub static CLASSES: [ClassDefinition; {}] = [", classes.len())?;
        for class in classes {
            let properties: Vec<String> = class
                .properties
                .iter()
                .map(|property| format!("({}, {})", c_string(&property.name), property.default))
                .collect();
            writeln!(
                self.code,
                "    ClassDefinition {{ name: {}, parent: {}, is_final: {}, methods: &{}_METHODS.0, properties: &[{}] }},",
                c_string(&class.name),
                class.parent.as_ref().map_or("None".to_owned(), |parent| format!("Some({})", c_string(parent))),
                class.r#final,
                screaming(&class.name),
                properties.join(", "),
            )?;
        }
        writeln!(self.code, "];")?;
        Ok(())
    }

    /// The function table: names for methods' entry points, and the few functions of their own.
    fn functions(&mut self, stub: &Stub) -> Result<()> {
        let mut rows = String::new();
        for function in &stub.functions {
            let entry = match twin(stub, function)? {
                Some((class, method)) => entry_name(class, method),
                None => {
                    let entry = snake(&function.name);
                    self.entry(&entry, None, function)?;
                    entry
                }
            };
            let row = self.row(None, function, &entry)?;
            writeln!(rows, "    {row}")?;
        }
        writeln!(
            self.code,
            "pub static FUNCTIONS: Functions<{}> = Functions([\n{rows}    Function::end(),\n]);",
            stub.functions.len() + 1
        )?;
        Ok(())
    }

    fn constants(&mut self, constants: &[Constant]) -> Result<()> {
        writeln!(self.code, "pub static CONSTANTS: [Constant; {}] = [", constants.len())?;
        for constant in constants {
            let value = match &constant.value {
                Value::Int(number) => format!("ConstantValue::Int({number})"),
                Value::Text(text) => format!("ConstantValue::Text({})", c_string(text)),
            };
            writeln!(self.code, "    Constant {{ name: {}, value: {value} }},", c_string(&constant.name))?;
        }
        writeln!(self.code, "];")?;
        Ok(())
    }

    /// The entry point: takes the arguments as they are, or lets Zend's parser make of them what is declared, and calls
    /// the handler.
    fn entry(&mut self, entry: &str, class: Option<&Class>, callable: &Callable) -> Result<()> {
        let arguments: Vec<Argument> = callable.parameters.iter().map(Argument::new).collect();
        let required = callable.required();
        let mut spec = String::from(if class.is_some() { "O" } else { "" });
        for (position, argument) in arguments.iter().enumerate() {
            if position == required {
                spec.push('|');
            }
            spec.push_str(argument.spec);
        }
        let spec = c_string(&spec);
        let variables: String = arguments.iter().map(|it| format!("        {}\n", it.declaration)).collect();
        let pointers: String = arguments.iter().map(Argument::pointers).collect();
        let values: Vec<String> = arguments.iter().map(|it| it.value.clone()).collect();
        let takes = format!("{required}..={}", arguments.len());
        let taken = taken(&arguments);
        let module = class.map_or("functions".to_owned(), |class| module_of(&class.name));
        let handler = format!("{module}::{}", snake(short(&callable.name)));
        let (object, take, parse, this) = match class {
            Some(class) => {
                let class = format!("{module}::{}", class.state());
                (
                    "        let mut object: *mut Zval = null_mut();\n",
                    format!("call.method_arguments::<{class}>(&mut object, {takes}){taken}"),
                    format!(
                        "zend_parse_method_parameters(call.count(), call.this(), {spec}.as_ptr(), &raw mut object, {class}::entry(){pointers})"
                    ),
                    vec!["object".to_owned()],
                )
            }
            None => (
                "",
                format!("call.arguments({takes}){taken}"),
                format!("zend_parse_parameters(call.count(), {spec}.as_ptr(){pointers})"),
                Vec::new(),
            ),
        };
        let all = [this, values].concat().join(", ");
        let (answer, call) = match class {
            Some(_) if arguments.is_empty() => ("answer_on", format!("This::from_zval(object), {handler}")),
            Some(_) => ("answer_on", format!("This::from_zval(object), |object| {handler}({all})")),
            None if all.is_empty() => ("answer", handler),
            None => ("answer", format!("|| {handler}({all})")),
        };
        writeln!(
            self.code,
            "unsafe extern \"C\" fn {entry}(execute_data: *mut ExecuteData, return_value: *mut Zval) {{\n    \
             // SAFETY: called by the engine with a frame of this function; the variables are what the spec asks for.\n    \
             unsafe {{\n        let call = Call::new(execute_data, return_value);\n{object}{variables}        \
             if {take}\n            || {parse} == PARSED\n        {{\n            call.{answer}({call});\n        }}\n    }}\n}}"
        )?;
        Ok(())
    }

    /// The functions with a parameter that the handler checks itself, with php-gearman's warnings in place of
    /// Zend's TypeErrors.
    fn lenient(&mut self) -> Result<()> {
        writeln!(
            self.code,
            "pub static LENIENT: [(Option<&CStr>, &CStr); {}] = [{}];",
            self.lenient.len(),
            self.lenient.join(", ")
        )?;
        Ok(())
    }

    /// A row of a function table, and the arginfo it points to.
    fn row(&mut self, class: Option<&Class>, callable: &Callable, entry: &str) -> Result<String> {
        let number = self.arginfos;
        self.arginfos += 1;
        let mut infos = vec![format!("returns({}, {})", callable.required(), type_expression(&callable.r#return))];
        for parameter in &callable.parameters {
            let default =
                parameter.default.as_ref().map_or("None".to_owned(), |text| format!("Some({})", c_string(text)));
            infos.push(format!(
                "parameter({}, {}, {default})",
                c_string(&parameter.name),
                type_expression(&parameter.r#type)
            ));
        }
        writeln!(
            self.code,
            "static ARGUMENTS_{number}: Arguments<{}> = Arguments([{}]);",
            infos.len(),
            infos.join(", ")
        )?;
        if callable.parameters.iter().any(|parameter| is_lenient(&parameter.r#type)) {
            let class =
                class.map_or("None".to_owned(), |class| format!("Some({})", c_string(&class.name.to_lowercase())));
            self.lenient.push(format!("({class}, {})", c_string(&callable.name.to_lowercase())));
        }
        Ok(format!("function({}, {entry}, &ARGUMENTS_{number}.0),", c_string(&callable.name)))
    }
}

/// How one parameter is parsed and handed on.
struct Argument {
    spec: &'static str,
    /// The method of `Plain` that does the same for what needs no conversion.
    take: &'static str,
    variable: String,
    /// The variable that Zend's parser sets for a null where the value's own type has none.
    is_null: Option<String>,
    declaration: String,
    value: String,
}

impl Argument {
    fn new(parameter: &Parameter) -> Self {
        let variable = format!("arg_{}", snake(&parameter.name));
        let default = parameter.default.as_deref().filter(|default| *default != "null");
        let has_default = parameter.default.is_some();
        let is_null = matches!(parameter.r#type.as_str(), "?int" | "?float").then(|| format!("{variable}_is_null"));
        let (spec, take, kind, initial, value) = match parameter.r#type.as_str() {
            "string" if has_default => {
                ("S", "string", "*mut zend_string", "null_mut()", format!("optional_bytes({variable})"))
            }
            "string" => ("S", "string", "*mut zend_string", "null_mut()", format!("bytes({variable})")),
            "?string" => {
                ("S!", "nullable_string", "*mut zend_string", "null_mut()", format!("optional_bytes({variable})"))
            }
            "int" => ("l", "int", "zend_long", default.unwrap_or("0"), variable.clone()),
            "?int" => ("l!", "nullable_int", "zend_long", "0", format!("(!{variable}_is_null).then_some({variable})")),
            "?float" => ("d!", "nullable_float", "f64", "0.0", format!("(!{variable}_is_null).then_some({variable})")),
            "array" => ("a", "array", "*mut Zval", "null_mut()", format!("optional_value({variable})")),
            "bool" => ("b", "bool", "bool", default.unwrap_or("false"), variable.clone()),
            // Whatever else is declared, the handler looks at the value itself.
            _ if has_default => ("z", "value", "*mut Zval", "null_mut()", format!("optional_value({variable})")),
            _ => ("z", "value", "*mut Zval", "null_mut()", format!("value({variable})")),
        };
        let null = is_null.iter().map(|it| format!(" let mut {it} = true;")).collect::<String>();
        let declaration = format!("let mut {variable}: {kind} = {initial};{null}");
        Self { spec, take, declaration, value, variable, is_null }
    }

    /// The pointers by which Zend's parser fills it.
    fn pointers(&self) -> String {
        std::iter::once(&self.variable).chain(&self.is_null).map(|it| format!(", &raw mut {it}")).collect()
    }

    /// The references by which `Plain` does.
    fn references(&self) -> String {
        let all: Vec<String> =
            std::iter::once(&self.variable).chain(&self.is_null).map(|it| format!("&mut {it}")).collect();
        all.join(", ")
    }
}

/// Whether all that was passed could be taken as it is, asked of an `Option<Plain>`.
fn taken(arguments: &[Argument]) -> String {
    let takes: Vec<String> = arguments.iter().map(|it| format!("it.{}({})", it.take, it.references())).collect();
    match takes.as_slice() {
        [] => ".is_some()".to_owned(),
        takes => format!(".is_some_and(|mut it| {})", takes.join(" && ")),
    }
}

/// Types that handlers check themselves.
fn is_lenient(kind: &str) -> bool {
    kind == "callable" || kind == "string|int|float"
}

/// The method that a function is the procedural form of: named in its `@alias`, or found by its name.
fn twin<'a>(stub: &'a Stub, function: &Callable) -> Result<Option<(&'a Class, &'a Callable)>> {
    let find = |matches: &dyn Fn(&Class, &Callable) -> bool| {
        stub.classes
            .iter()
            .find_map(|class| class.methods.iter().find(|method| matches(class, method)).map(|method| (class, method)))
    };
    if let Some(alias) = &function.alias {
        let found = find(&|class, method| *alias == format!("{}::{}", class.name, method.name));
        return found.map(Some).ok_or_else(|| format!("{}: @alias {alias} is not in the stub", function.name).into());
    }
    Ok(find(&|class, method| function.name == entry_name(class, method)))
}

/// `GearmanClient::addServer` is `gearman_client_add_server`.
fn entry_name(class: &Class, method: &Callable) -> String {
    format!("{}_{}", snake(&class.name), snake(&method.name))
}

/// `GearmanClient` lives in `client`, and `GearmanRs\Client` beside it.
fn module_of(class: &str) -> String {
    snake(short(class).trim_start_matches("Gearman"))
}

/// A name without its namespace.
fn short(name: &str) -> &str {
    name.rsplit('\\').next().unwrap_or(name)
}

/// `setSSL` is `set_ssl`, `__construct` is `construct`, `GearmanRs\Client` is `gearman_rs_client`.
fn snake(name: &str) -> String {
    let mut text = String::new();
    let mut after_capital = true;
    for letter in name.trim_start_matches('_').replace('\\', "_").chars() {
        if letter.is_ascii_uppercase() && !after_capital {
            text.push('_');
        }
        after_capital = letter.is_ascii_uppercase() || letter == '_';
        text.push(letter.to_ascii_lowercase());
    }
    text
}

fn screaming(name: &str) -> String {
    snake(name).to_uppercase()
}

fn c_string(text: &str) -> String {
    format!("c{text:?}")
}

/// The expression that builds a `zend_type`.
fn type_expression(declared: &str) -> String {
    let nullable = declared.strip_prefix('?');
    let mut masks: Vec<&str> = nullable.iter().map(|_| "mask::NULL").collect();
    let mut class = None;
    for part in nullable.unwrap_or(declared).split('|').filter(|part| !part.is_empty()) {
        match part {
            "null" => masks.push("mask::NULL"),
            "true" => masks.push("mask::TRUE"),
            "false" => masks.push("mask::FALSE"),
            "bool" => masks.push("mask::BOOL"),
            "int" => masks.push("mask::INT"),
            "float" => masks.push("mask::FLOAT"),
            "string" => masks.push("mask::STRING"),
            "array" => masks.push("mask::ARRAY"),
            "callable" => masks.push("mask::CALLABLE"),
            "void" => masks.push("mask::VOID"),
            "iterable" => {
                masks.push("mask::ITERABLE");
                class = Some("Traversable");
            }
            "mixed" => masks.push("mask::MIXED"),
            name => class = Some(name),
        }
    }
    let mask = if masks.is_empty() { "0".to_owned() } else { masks.join(" | ") };
    class.map_or_else(|| format!("kind({mask})"), |name| format!("class({}, {mask})", c_string(name)))
}
