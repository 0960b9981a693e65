@testable import Lab

/// A scene's file whose text holds a 1️⃣ where a finding is expected.
struct MarkedScene {
  let text: String
  let marker: SourcePosition?

  /// What `Scene.cafe` is as a file.
  static let cafe = """
    format: 1
    scene: cafe
    title: Two web servers in two Availability Zones
    website: www.cafe.example
    region: us-west-2
    zones:
      - name: cafe.example
        comment: The café's public zone
    instances:
      - name: CafeInstance1
        zone: us-west-2a
        subnet: Cafe Public Subnet 1
      - name: CafeInstance2
        zone: us-west-2b
        subnet: Cafe Public Subnet 2
    administrators:
      - name: Sofía
        address: sofia@cafe.example
      - name: Mateo
        address: mateo@cafe.example
    resolvers:
      - name: home
        address: 24.20.7.18
        busy: no
      - name: isp
        address: 24.21.0.53
      - name: mobile
        address: 172.56.40.10
      - name: office
        address: 71.34.12.2
    customers:
      - name: customers
        count: 200
        clients: 24.21.0.0/24

    """

  /// What `Scene.empty` is as a file.
  static let empty = """
    format: 1
    scene: empty
    title: An account with nothing in it
    website: www.cafe.example
    administrators:
      - {name: Sofía, address: sofia@cafe.example}
      - {name: Mateo, address: mateo@cafe.example}
    resolvers:
      - {name: home, address: 24.20.7.18, busy: no}

    """

  init(_ marked: String) {
    let lesson = MarkedLesson(marked)
    (text, marker) = (lesson.text, lesson.marker)
  }

  var reading: SceneReading { SceneReading(Array(text.utf8)) }
}
