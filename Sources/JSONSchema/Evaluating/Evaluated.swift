/// The members and elements of one value that successful schemas have looked at.
struct Evaluated {
  private(set) var allMembers = false
  private(set) var allItems = false
  private var members: Set<Int> = []
  private var itemsBefore = 0
  private var items: Set<Int> = []

  func hasMember(_ position: Int) -> Bool { allMembers || members.contains(position) }

  func hasItem(_ position: Int) -> Bool {
    allItems || position < itemsBefore || items.contains(position)
  }

  mutating func addMember(_ position: Int) { members.insert(position) }
  mutating func addAllMembers() { allMembers = true }
  mutating func addItem(_ position: Int) { items.insert(position) }
  mutating func addItems(before end: Int) { itemsBefore = max(itemsBefore, end) }
  mutating func addAllItems() { allItems = true }

  mutating func merge(_ other: Evaluated) {
    allMembers = allMembers || other.allMembers
    allItems = allItems || other.allItems
    itemsBefore = max(itemsBefore, other.itemsBefore)
    members.formUnion(other.members)
    items.formUnion(other.items)
  }
}
