public import ArgumentParser
public import Gradebook

extension Mode: ExpressibleByArgument {}
