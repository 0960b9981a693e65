internal import CCmark

/// A step of the walk through a parsed document; a leaf is only entered.
enum MarkdownEvent: Sendable, Equatable {
  case enter(MarkdownNode)
  case exit(MarkdownNode)
}

/// What a document is made of.
enum MarkdownNode: Sendable, Equatable {
  case document, quote, item, paragraph, emphasis, strong
  case list(start: Int?, isTight: Bool)
  case heading(level: Int)
  case link(url: String)
  case image(path: String)
  case codeBlock(String)
  case html(String)
  case htmlBlock(String)
  case text(String)
  case code(String)
  case rule, softBreak, lineBreak
}

extension MarkdownEvent {
  /// The events of `text` in reading order, walked without recursion.
  static func all(in text: String) -> [MarkdownEvent] {
    guard
      let root = unsafe cmark_parse_document(
        text,
        text.utf8.count,
        CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
      )
    else { return [] }
    defer { unsafe cmark_node_free(root) }
    guard let walk = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(walk) }
    var events: [MarkdownEvent] = []
    while true {
      let step: cmark_event_type = unsafe cmark_iter_next(walk)
      if step == CMARK_EVENT_DONE { return events }
      guard let place = unsafe cmark_iter_get_node(walk) else { return events }
      guard let node = unsafe MarkdownNode(place) else { continue }
      events.append(step == CMARK_EVENT_ENTER ? .enter(node) : .exit(node))
    }
  }
}

extension MarkdownNode {
  fileprivate init?(_ node: OpaquePointer) {
    let type: cmark_node_type = unsafe cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .quote
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_THEMATIC_BREAK: self = .rule
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_LIST: self = unsafe .list(of: node)
    case CMARK_NODE_HEADING: self = unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LINK: self = unsafe .link(url: string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: self = unsafe .image(path: string(cmark_node_get_url(node)))
    case CMARK_NODE_CODE_BLOCK: self = unsafe .codeBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: self = unsafe .htmlBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: self = unsafe .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_TEXT: self = unsafe .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE: self = unsafe .code(string(cmark_node_get_literal(node)))
    default: return nil
    }
  }

  private static func list(of node: OpaquePointer) -> MarkdownNode {
    let isOrdered: Bool = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    let start: Int = unsafe Int(cmark_node_get_list_start(node))
    let isTight: Bool = unsafe cmark_node_get_list_tight(node) != 0
    return .list(start: isOrdered ? start : nil, isTight: isTight)
  }
}

private func string(_ characters: UnsafePointer<CChar>?) -> String {
  guard let characters = unsafe characters else { return "" }
  return unsafe String(cString: characters)
}
