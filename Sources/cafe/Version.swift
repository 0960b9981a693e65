/// The version of the program: the one place that `cafe --version` and `make dist` read it from.
let version = "0.1.0"
